package bouncer.app.batch;

/**
 * Records that this process is shutting down. A submission judged from then on may have lost its files, so its result
 * must not be kept. Thread-safe.
 */
final class ShutdownFlag implements AutoCloseable {
    private final Thread hook = new Thread(() -> ending = true, "batch ends");
    private volatile boolean ending;

    private ShutdownFlag() {}

    /** Starts to watch for a shutdown of this process, until the flag is closed. */
    static ShutdownFlag begin() {
        ShutdownFlag shutdown = new ShutdownFlag();
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** Returns true once the process has begun to shut down. */
    boolean ending() {
        return ending;
    }

    @Override
    public void close() {
        if (ending) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            ending = true; // the shutdown has begun
        }
    }
}
