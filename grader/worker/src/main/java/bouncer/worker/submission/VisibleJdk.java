package bouncer.worker.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The JDK classes that a submission may link to. Immutable, thread-safe.
 *
 * @param names class names, which include their nested classes, and packages such as {@code java.time.*}; if empty, all
 *     classes of {@code java} and its subpackages
 */
public record VisibleJdk(Set<String> names) {
    public VisibleJdk {
        names = Set.copyOf(names);
    }

    /** Reads a file with one name per line. */
    public static VisibleJdk read(Path file) throws IOException {
        return new VisibleJdk(new HashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8)));
    }

    /** Returns true if a submission may link to the class of this binary name, with dots. */
    public boolean shows(String className) {
        if (names.isEmpty()) {
            return className.startsWith("java.");
        }
        int dot = className.lastIndexOf('.');
        if (dot > 0 && names.contains(className.substring(0, dot) + ".*")) {
            return true;
        }
        String name = className;
        while (!names.contains(name)) {
            int outer = name.lastIndexOf('$');
            if (outer < 0) {
                return false;
            }
            name = name.substring(0, outer);
        }
        return true;
    }
}
