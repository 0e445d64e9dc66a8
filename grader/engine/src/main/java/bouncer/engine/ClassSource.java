package bouncer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the bytes of the classes under test come from. Must answer the same for the same name, always. */
@FunctionalInterface
public interface ClassSource {

    /**
     * The class file to instrument.
     *
     * @param className binary name with dots, such as {@code counter.ThreadSafeCounter$Cell}
     * @return its bytes, or null if the parent loader is to be asked and the class is not to be instrumented
     */
    byte @Nullable [] bytes(String className);

    /** The class files that a loader sees as resources, for those names that the predicate accepts. */
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
