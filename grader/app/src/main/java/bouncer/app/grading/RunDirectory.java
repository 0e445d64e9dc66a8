package bouncer.app.grading;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The temporary directory of one Bouncer process. It is deleted when the process ends, also after Ctrl-C; the
 * directory of a process that was killed is deleted by the next process. Thread-safe.
 */
public final class RunDirectory implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("bouncer-(\\d+)-.*");
    private final Path path;
    private final Thread hook;

    private RunDirectory(Path path) {
        this.path = path;
        this.hook = new Thread(() -> deleteQuietly(path), "bouncer-cleanup");
    }

    /**
     * Creates a directory and deletes those that killed processes left behind.
     *
     * @throws IOException if no directory can be created
     */
    public static RunDirectory create() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(temp);
        Path path = Files.createTempDirectory(
                temp, "bouncer-" + ProcessHandle.current().pid() + "-");
        RunDirectory made = new RunDirectory(path);
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    private static void sweep(Path temp) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(temp, "bouncer-*")) {
            for (Path entry : entries) {
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()
                        && isOurs(entry)) {
                    deleteQuietly(entry);
                }
            }
        }
    }

    private static boolean isOurs(Path entry) throws IOException {
        try {
            return Files.getOwner(entry).getName().equals(System.getProperty("user.name"));
        } catch (NoSuchFileException e) {
            return false; // another process deleted it first
        }
    }

    /** Returns the path of the directory. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        deleteQuietly(path);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the process is ending, and the hook with it
        }
    }

    /**
     * Deletes as much of a directory tree as possible; the next process deletes the files that a child still writes.
     */
    public static void deleteQuietly(Path tree) {
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return deleteOne(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    return deleteOne(directory);
                }
            });
        } catch (IOException e) {
            return;
        }
    }

    private static FileVisitResult deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
            return FileVisitResult.CONTINUE;
        } catch (IOException e) {
            // A file that cannot be deleted must not keep the others from being deleted.
            return FileVisitResult.CONTINUE;
        }
    }
}
