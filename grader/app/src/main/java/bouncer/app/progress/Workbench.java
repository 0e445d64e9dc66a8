package bouncer.app.progress;

import bouncer.app.catalogue.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A learner's own files of one room. Stateless.
 *
 * @param home the directory that holds {@code exercises}
 * @param exercises the directory that holds the rooms
 */
public record Workbench(Path home, Path exercises) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /** Where the learner writes. */
    public Path sources(Exercise room) {
        return exercises.resolve(room.slug()).resolve("src/main/java");
    }

    /** The untouched original. */
    public Path stubs(Exercise room) {
        return exercises.resolve(room.slug()).resolve("src/stub/java");
    }

    /** The first file a learner opens. */
    public Path firstFile(Exercise room) {
        return sources(room).resolve(room.files().get(0));
    }

    /**
     * Puts a room back to its original state; everything that was there is copied away first.
     *
     * @return the directory of the copy
     */
    public Path reset(Exercise room) throws IOException {
        Path backup = LearnerProgress.directory(home)
                .resolve("backup")
                .resolve(room.slug())
                .resolve(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
        copy(sources(room), backup);
        for (Path file : files(sources(room))) {
            Files.delete(file);
        }
        copy(stubs(room), sources(room));
        return backup;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        Files.createDirectories(to);
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
