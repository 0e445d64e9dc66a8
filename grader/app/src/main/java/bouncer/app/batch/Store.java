package bouncer.app.batch;

import bouncer.app.files.AtomicFiles;
import bouncer.app.grading.RunDirectory;
import bouncer.app.report.JsonReader;
import bouncer.app.report.JsonReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The reports of a class below an output directory: {@code reports/<user>.json}, each a JSON report with an additional
 * member {@code batch}. They are written atomically, so that an interrupted run can be continued.
 */
record Store(Path out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Path file(String fileName) {
        return out.resolve("reports").resolve(fileName + ".json");
    }

    /** Reads one result; empty if there is none or it cannot be read. */
    Optional<Result> read(String fileName) {
        Path file = file(fileName);
        return Files.isRegularFile(file) ? read(file) : Optional.empty();
    }

    /** Reads all results, sorted by user. */
    List<Result> all() throws IOException {
        List<Result> results = new ArrayList<>();
        Path reports = out.resolve("reports");
        if (Files.isDirectory(reports)) {
            try (Stream<Path> files = Files.list(reports)) {
                files.filter(file -> file.toString().endsWith(".json"))
                        .forEach(file -> read(file).ifPresent(results::add));
            }
        }
        results.sort(Comparator.comparing(Result::user));
        return results;
    }

    /** Writes one result. */
    void write(Result result) throws IOException {
        ObjectNode root = JsonReport.tree(result.report());
        ObjectNode batch = root.putObject("batch");
        batch.put("user", result.user());
        batch.put("key", result.key());
        batch.put("when", result.when());
        String unread = result.unread();
        if (unread != null) {
            batch.put("unread", unread);
        }
        Result.Before before = result.before();
        if (before != null) {
            ObjectNode node = batch.putObject("before");
            node.put("score", before.score()).put("when", before.when()).put("bouncer", before.bouncer());
            ObjectNode exercises = node.putObject("exercises");
            new TreeMap<>(before.exercises()).forEach(exercises::put);
        }
        AtomicFiles.write(file(result.fileName()), JsonReport.print(root));
    }

    /** Creates an empty directory for the temporary files of a run, and deletes those of earlier runs. */
    Path workDirectory() throws IOException {
        Path all = Files.createDirectories(out.resolve("work"));
        try (Stream<Path> old = Files.list(all)) {
            for (Path path : old.toList()) {
                RunDirectory.deleteQuietly(path);
            }
        }
        return Files.createTempDirectory(all, "run");
    }

    /**
     * Locks the output directory until the returned lock is closed or the process ends.
     *
     * @throws Batch.Busy if another run has locked it
     */
    Lock lock() throws IOException {
        Files.createDirectories(out);
        FileChannel channel =
                FileChannel.open(out.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This process holds the lock already: the same as a lock of another process.
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new Batch.Busy(out);
        }
        AtomicFiles.sweep(out);
        return channel::close;
    }

    /** The lock that a run holds while it writes. */
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private static Optional<Result> read(Path file) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            JsonNode batch = root.path("batch");
            String name = file.getFileName().toString();
            return Optional.of(new Result(
                    batch.path("user").asText(),
                    name.substring(0, name.length() - ".json".length()),
                    batch.path("key").asText(),
                    batch.path("when").asText(),
                    batch.path("unread").asText(null),
                    JsonReader.read(root),
                    before(batch.path("before"))));
        } catch (IOException | IllegalArgumentException e) {
            // Not a result, or in the format of another version: the submission is graded again.
            return Optional.empty();
        }
    }

    private static Result.@org.jspecify.annotations.Nullable Before before(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        Map<String, String> exercises = new TreeMap<>();
        node.path("exercises")
                .properties()
                .forEach(field -> exercises.put(field.getKey(), field.getValue().asText()));
        return new Result.Before(
                node.path("score").asInt(),
                node.path("when").asText(),
                node.path("bouncer").asText(),
                exercises);
    }
}
