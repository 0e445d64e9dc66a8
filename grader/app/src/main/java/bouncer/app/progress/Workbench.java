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
 * Locates and resets a learner's files. Immutable.
 *
 * @param home the directory that holds {@code exercises}
 * @param exercises the directory of the exercises
 */
public record Workbench(Path home, Path exercises) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    /** Returns the source root in which the learner works. */
    public Path sources(Exercise exercise) {
        return exercises.resolve(exercise.slug()).resolve("src/main/java");
    }

    /** Returns the source root of the original stubs. */
    public Path stubs(Exercise exercise) {
        return exercises.resolve(exercise.slug()).resolve("src/stub/java");
    }

    /** Returns the file to open first. */
    public Path firstFile(Exercise exercise) {
        return sources(exercise).resolve(exercise.files().get(0));
    }

    /**
     * Restores an exercise's original files, after copying all of the learner's files to a backup directory.
     *
     * @return the backup directory
     * @throws IOException if files cannot be copied or deleted
     */
    public Path reset(Exercise exercise) throws IOException {
        Path backup = LearnerProgress.directory(home)
                .resolve("backup")
                .resolve(exercise.slug())
                .resolve(STAMP.format(LocalDateTime.now(ZoneId.systemDefault())));
        copy(sources(exercise), backup);
        for (Path file : files(sources(exercise))) {
            Files.delete(file);
        }
        copy(stubs(exercise), sources(exercise));
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
