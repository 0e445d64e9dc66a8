package bouncer.app.batch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.submission.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads submissions into directories of sources: unpacks archives, also one inside a directory, and collects single
 * Java files. Immutable.
 *
 * @param exercises the exercises that are graded
 * @param work an empty directory for unpacked files
 */
record SubmissionReader(List<Exercise> exercises, Path work) {
    private static final int DEEPEST = 4;
    private static final int MOST_ENTRIES = 5_000;
    private static final int LARGEST_FILE = 1 << 20;

    SubmissionReader {
        exercises = List.copyOf(exercises);
    }

    /**
     * A submission that was read.
     *
     * @param sources a directory from which the files of exercises can be taken
     * @param refused why there is nothing to grade and what to do about it; null if there may be something
     */
    record Read(Path sources, @Nullable String refused) {
        Read {
            // Students choose the names of files, and a terminal must not interpret them.
            refused = refused == null ? null : refused.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        }
    }

    /**
     * Reads a submission. A problem that the student or the instructor can solve is returned as {@link Read#refused},
     * never thrown.
     */
    Read read(Submission submission) {
        Path first = submission.paths().get(0);
        String refused = submission.refused();
        if (refused != null) {
            return new Read(first, refused);
        }
        try {
            if (Files.isDirectory(first, LinkOption.NOFOLLOW_LINKS)) {
                return ofDirectory(submission, first);
            }
            return ArchiveType.of(first).isPresent()
                    ? ofArchive(submission, first)
                    : new Read(gather(submission), null);
        } catch (AccessDeniedException e) {
            return new Read(first, first.getFileName() + " cannot be read: permission denied");
        } catch (IOException | UncheckedIOException e) {
            return new Read(first, first.getFileName() + " cannot be read: " + e);
        }
    }

    private Read ofDirectory(Submission submission, Path directory) throws IOException {
        Path root = SubmissionRootFinder.find(directory, exercises);
        if (exercises.stream().anyMatch(exercise -> !(Intake.find(root, exercise) instanceof Sources.Absent))) {
            return new Read(root, null);
        }
        List<Path> archives = archives(directory);
        List<Path> readable = archives.stream()
                .filter(path ->
                        ArchiveType.of(path).map(ArchiveType::isReadable).orElse(false))
                .toList();
        if (readable.size() == 1) {
            return ofArchive(submission, readable.get(0));
        }
        List<String> names = archives.stream()
                .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                .toList();
        if (names.isEmpty()) {
            return new Read(root, null);
        }
        return new Read(root, names.size() == 1 ? ArchiveType.advice(names.get(0)) : several(names));
    }

    /** Returns a sentence about several archives where only one may be. */
    static String several(List<String> names) {
        List<String> shown = names.subList(0, Math.min(5, names.size()));
        return "There are " + names.size() + " archives and no exercise's files beside them, "
                + String.join(", ", shown) + ": keep the one to be graded, or unpack them";
    }

    private Read ofArchive(Submission submission, Path archive) throws IOException {
        Path into = Files.createDirectory(work.resolve(submission.fileName()));
        try {
            Archives.unpack(archive, into);
        } catch (Archives.Refused e) {
            return new Read(into, e.getMessage());
        }
        return new Read(SubmissionRootFinder.find(into, exercises), null);
    }

    /** Returns the archives of every kind below a directory, sorted. The search is bounded in depth and entries. */
    private static List<Path> archives(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory, DEEPEST)) {
            return walk.limit(MOST_ENTRIES)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> !directory.relativize(path).toString().contains("__MACOSX"))
                    .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                            && ArchiveType.of(path).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** Copies single Java files into one directory, under the names that the student gave them. */
    private Path gather(Submission submission) throws IOException {
        Path into = Files.createDirectory(work.resolve(submission.fileName()));
        List<String> taken = new ArrayList<>();
        for (Path file : submission.paths()) {
            String own = file.getFileName().toString();
            String given = StudentName.of(own).file();
            // Keep both of two files with the same name: intake decides which one counts, or reports them.
            String name = given.isEmpty() || taken.contains(given) ? own : given;
            taken.add(name);
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.write(into.resolve(name), in.readNBytes(LARGEST_FILE + 1));
            }
        }
        return into;
    }
}
