package bouncer.app.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares the time of a build with that of its sources. {@code bouncer.cmd} uses this class because its shell cannot
 * compare times; the start script of other systems uses {@code find}, and a test compares the two answers. Used by one
 * thread.
 */
final class BuildStaleness extends SimpleFileVisitor<Path> {
    private static final Set<String> NOT_BUILT_OF = Set.of("grader/bench", "grader/demo");
    private final Path home;
    private final FileTime built;
    private boolean stale;

    private BuildStaleness(Path home, FileTime built) {
        this.home = home;
        this.built = built;
    }

    /**
     * Returns true if a jar is missing, or older than the module's pom or a file of its main sources.
     *
     * @param module the module's directory
     * @param jar the file name of the jar in the module's target directory
     */
    static boolean isStale(Path module, String jar) throws IOException {
        Path built = module.resolve("target").resolve(jar);
        if (!Files.isRegularFile(built)) {
            return true;
        }
        FileTime time = Files.getLastModifiedTime(built);
        try (Stream<Path> sources = Files.walk(module.resolve("src/main"))) {
            return Stream.concat(Stream.of(module.resolve("pom.xml")), sources)
                    .anyMatch(path -> path.toFile().lastModified() > time.toMillis());
        }
    }

    /**
     * Returns true if the grader is older than the sources of the grader or the checks.
     *
     * @param home the directory that holds {@code grader} and {@code exercises}
     * @param stamp a file written by the last build; if it is missing, the build counts as stale
     */
    static boolean isStale(Path home, Path stamp) throws IOException {
        if (!Files.isRegularFile(stamp)) {
            return true;
        }
        BuildStaleness look = new BuildStaleness(home, Files.getLastModifiedTime(stamp));
        for (String part : Set.of("pom.xml", "grader", "exercises")) {
            Files.walkFileTree(home.resolve(part), look);
        }
        return look.stale;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        String path = path(directory);
        boolean pruned = path.endsWith("/target")
                || NOT_BUILT_OF.contains(path)
                || path.matches("exercises/.*/src/main")
                || path.matches("grader/.*/src/test");
        if (pruned) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        // A deleted file changes the time of its directory.
        return path.matches("grader/.*/src/.*") ? compare(attributes) : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = path(file);
        return path.contains("/src/") || path.endsWith("pom.xml") ? compare(attributes) : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        // An editor may be replacing the file at this moment.
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult compare(BasicFileAttributes attributes) {
        stale |= attributes.lastModifiedTime().compareTo(built) > 0;
        return stale ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private String path(Path path) {
        return home.relativize(path).toString().replace('\\', '/');
    }
}
