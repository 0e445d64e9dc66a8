package bouncer.worker.submission;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The JDK classes that a submission may link against. Immutable, thread-safe.
 *
 * @param names class names, which stand for their nested classes too, and packages as {@code java.time.*}; when empty,
 *     every class of the packages {@code java} and below
 */
public record VisibleJdk(Set<String> names) {
    public VisibleJdk {
        names = Set.copyOf(names);
    }

    /** Reads one name a line. */
    public static VisibleJdk read(Path file) throws IOException {
        return new VisibleJdk(new HashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8)));
    }

    /** Whether a class may be linked against, by its binary name with dots. */
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
