package bouncer.app.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Copies the files that child processes need to where another user can read them and finds nothing else. Stateless. */
final class ReadableCopies {
    private ReadableCopies() {}

    /**
     * Copies class path entries.
     *
     * @param entries jars or directories of class files
     * @param directory the directory for the copies
     * @return the copies, in the same order
     */
    static List<Path> copy(List<Path> entries, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<Path> copies = new ArrayList<>();
        for (Path entry : entries) {
            Path copy = directory.resolve(copies.size() + "-" + entry.getFileName());
            copyTree(entry, copy);
            copies.add(copy);
        }
        readable(directory);
        return copies;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Lets every user pass through a directory to names that they know, without listing it. */
    static void passable(Path directory) throws IOException {
        if (!directory.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot open " + directory);
        }
    }

    /** Lets every user read a directory with all that is in it. */
    static void readable(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                if (!path.toFile().setReadable(true, false)
                        || (Files.isDirectory(path) && !path.toFile().setExecutable(true, false))) {
                    throw new IOException("Cannot make " + path + " readable");
                }
            }
        }
    }
}
