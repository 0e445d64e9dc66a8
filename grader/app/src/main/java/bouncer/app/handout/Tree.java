package bouncer.app.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files by path with forward slashes, to be written to a directory or a zip file. The same files give the same zip
 * file, byte for byte. Used by one thread.
 */
final class Tree {
    private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, Boolean> executable = new TreeMap<>();

    /** Adds a file and returns this tree. */
    Tree add(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** Adds a text file in UTF-8 and returns this tree. */
    Tree add(String path, String text) {
        return add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an executable text file and returns this tree. */
    Tree addCommand(String path, String text) {
        executable.put(path, true);
        return add(path, text);
    }

    /** Adds the regular files below a directory, without following links, and returns this tree. */
    Tree addAll(String path, Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(found -> Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                add(path + "/" + slashes(directory.relativize(file)), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns the contents of all files by path. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /**
     * Adds the files of another tree.
     *
     * @param path put before each of their paths; empty or ending with a slash
     * @return this tree
     */
    Tree addAll(String path, Tree other) {
        other.files.forEach((name, bytes) -> files.put(path + name, bytes));
        other.executable.forEach((name, flag) -> executable.put(path + name, flag));
        return this;
    }

    /**
     * Writes the files below a directory, with their permissions where the file system has them.
     *
     * @throws IOException if a file cannot be written
     */
    void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
            allow(path, executable.containsKey(file.getKey()));
        }
    }

    /**
     * Writes the files to a zip file, replacing an existing one.
     *
     * @throws IOException if it cannot be written
     */
    void writeToZip(Path zip) throws IOException {
        Files.createDirectories(zip.toAbsolutePath().getParent());
        Files.deleteIfExists(zip);
        try (FileSystem archive =
                FileSystems.newFileSystem(zip, Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = archive.getPath(file.getKey());
                if (path.getParent() != null) {
                    directories(path.getParent());
                }
                Files.write(path, file.getValue());
                allow(path, executable.containsKey(file.getKey()));
            }
            try (Stream<Path> walk = Files.walk(archive.getPath("/"))) {
                for (Path path : walk.filter(found -> found.getNameCount() > 0).toList()) {
                    Files.getFileAttributeView(path, BasicFileAttributeView.class)
                            .setTimes(THEN, THEN, THEN);
                }
            }
        }
    }

    private static void directories(Path directory) throws IOException {
        for (Path parent : List.copyOf(parents(directory))) {
            if (!Files.exists(parent)) {
                Files.createDirectory(parent);
                Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static List<Path> parents(Path directory) {
        java.util.ArrayDeque<Path> all = new java.util.ArrayDeque<>();
        for (Path path = directory; path != null && path.getNameCount() > 0; path = path.getParent()) {
            all.addFirst(path);
        }
        return List.copyOf(all);
    }

    private static void allow(Path path, boolean command) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(command ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** Returns a path as text with forward slashes. */
    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
