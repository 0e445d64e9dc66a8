package bouncer.app.compile;

import bouncer.checks.result.Finding;
import bouncer.worker.submission.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The result of a compilation.
 *
 * @param classes class files by binary name with slashes, such as {@code counter/ThreadSafeCounter$1}; empty if the
 *     sources did not compile
 * @param findings the compilation errors; empty if the sources compiled
 */
public record Compiled(SortedMap<String, byte[]> classes, List<Finding> findings) {
    public Compiled {
        findings = List.copyOf(findings);
    }

    /**
     * Writes the class files below a directory.
     *
     * @throws IOException if a file cannot be written or a class name leads outside the directory
     */
    public void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Path file = ClassFiles.in(directory, entry.getKey()).normalize();
            if (!file.startsWith(directory)) {
                throw new IOException("Invalid class name: " + entry.getKey());
            }
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}
