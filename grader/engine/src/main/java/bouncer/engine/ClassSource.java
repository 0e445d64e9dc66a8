package bouncer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Supplies the class files of the program under test. Must return the same bytes for the same name each time. */
@FunctionalInterface
public interface ClassSource {

    /**
     * Returns the class file to instrument.
     *
     * @param className binary name with dots, such as {@code counter.ThreadSafeCounter$Cell}
     * @return its bytes, or null if the parent loader defines the class and it is not instrumented
     */
    byte @Nullable [] bytes(String className);

    /**
     * Returns a source of the class files that a loader finds as resources, for the names that the predicate accepts.
     */
    static ClassSource of(ClassLoader loader, Predicate<String> names) {
        return className -> {
            if (!names.test(className)) {
                return null;
            }
            try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
