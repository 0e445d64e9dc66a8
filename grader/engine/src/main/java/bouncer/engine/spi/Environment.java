package bouncer.engine.spi;

import java.util.ServiceLoader;

/**
 * The modelled machine as the program sees it, where machines may differ. Supplied by a {@link ServiceLoader} provider
 * beside the engine; without one, these defaults apply. Must be stateless: each result is a function of the arguments,
 * so that an execution can be repeated.
 */
public interface Environment {
    /** The one that a provider supplies, or the plain one. */
    static Environment current() {
        return Current.FOUND;
    }

    /**
     * Returns true if a reading of a clock shows whole microseconds, as some machines do, or any nanosecond.
     *
     * @param thread the number of the thread that reads, in the order of starts
     * @param reading how many readings it has made before
     */
    default boolean showsWholeMicroseconds(int thread, int reading) {
        return false;
    }

    /**
     * Returns the name of the n-th thread, from 0, that {@code Model.spawn} starts, as the program sees it; traces show
     * another.
     */
    default String spawnedThreadName(int n) {
        return "Thread-" + n;
    }

    /** Returns the result of {@code Runtime.availableProcessors}. */
    default int processors() {
        return 4;
    }

    /** Found once per process. */
    final class Current {
        private static final Environment FOUND = ServiceLoader.load(
                        Environment.class, Environment.class.getClassLoader())
                .findFirst()
                .orElse(new Environment() {});

        private Current() {}
    }
}
