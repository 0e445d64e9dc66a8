package bouncer.app.handout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads the jars that this process runs from. If the class path has directories instead, packs them as jars. Stateless.
 */
final class Jars {
    private Jars() {}

    /** Returns the jar that contains a class; a directory is packed as a jar. */
    static byte[] holding(Class<?> anchor) {
        try {
            Path place = place(anchor);
            return Files.isDirectory(place) ? pack(place) : Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the libraries on the class path of this process, without Bouncer's own modules, by file name. */
    static SortedMap<String, byte[]> libraries() {
        SortedMap<String, byte[]> jars = new TreeMap<>();
        try {
            for (Path entry : classPath()) {
                String name = entry.getFileName().toString();
                boolean wanted = name.endsWith(".jar") && !name.startsWith("bouncer-");
                if (wanted && Files.isRegularFile(entry)) {
                    jars.put(name, Files.readAllBytes(entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jars;
    }

    private static List<Path> classPath() throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
            entries.add(Path.of(entry));
        }
        return entries;
    }

    private static Path place(Class<?> anchor) {
        try {
            return Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("A class path entry is not a file", e);
        }
    }

    private static byte[] pack(Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            List<Path> files;
            try (var walk = Files.walk(directory)) {
                files = walk.filter(Files::isRegularFile)
                        .sorted(Comparator.comparing(file -> Tree.slashes(directory.relativize(file))))
                        .toList();
            }
            for (Path file : files) {
                ZipEntry entry = new ZipEntry(Tree.slashes(directory.relativize(file)));
                entry.setTime(1_767_225_600_000L);
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
