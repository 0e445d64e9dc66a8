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
 * What became of sources.
 *
 * @param classes class files by binary name with slashes, such as {@code counter/ThreadSafeCounter$1}; empty when they
 *     did not compile
 * @param findings what is wrong; empty when they compiled
 */
public record Compiled(SortedMap<String, byte[]> classes, List<Finding> findings) {
    public Compiled {
        findings = List.copyOf(findings);
    }

    /** Writes the class files below a directory. */
    public void writeTo(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Path file = ClassFiles.in(directory, entry.getKey()).normalize();
            if (!file.startsWith(directory)) {
                throw new IOException("A class called " + entry.getKey());
            }
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }
}
