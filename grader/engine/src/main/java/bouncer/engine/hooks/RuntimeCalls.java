package bouncer.engine.hooks;

import bouncer.engine.spi.Environment;

/** Calls of {@code Runtime} in instrumented code whose answers differ from machine to machine and from run to run. */
public final class RuntimeCalls {
    private static final long TOTAL_BYTES = 259_522_560;
    private static final long FREE_BYTES = 187_432_104;

    private RuntimeCalls() {}

    public static int availableProcessors(Runtime runtime) {
        return Environment.current().processors();
    }

    public static long totalMemory(Runtime runtime) {
        return TOTAL_BYTES;
    }

    public static long maxMemory(Runtime runtime) {
        return TOTAL_BYTES;
    }

    public static long freeMemory(Runtime runtime) {
        return FREE_BYTES;
    }
}
