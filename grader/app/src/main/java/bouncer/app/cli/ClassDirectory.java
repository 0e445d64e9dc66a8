package bouncer.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compiled classes on the disk, for another process to load, as long as this is open.
 *
 * @param path where they are
 */
record ClassDirectory(Path path) implements AutoCloseable {

    static ClassDirectory of(Map<String, byte[]> classes) throws IOException {
        // By this name, what was left behind by a process that was killed is swept by the next one that judges.
        Path path =
                Files.createTempDirectory("bouncer-" + ProcessHandle.current().pid() + "-");
        ClassDirectory directory = new ClassDirectory(path);
        // Ctrl-C is how somebody leaves whose pool lets nobody through.
        Runtime.getRuntime().addShutdownHook(new Thread(directory::closeQuietly));
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            Path target = path.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        return directory;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("Could not delete " + path + ": " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
