package bouncer.app.batch;

/**
 * Knows whether this process was told to end: what is judged from then on is judged with its files taken away, and must
 * not be kept. Thread-safe.
 */
final class ShutdownFlag implements AutoCloseable {
    private final Thread hook = new Thread(() -> ending = true, "batch ends");
    private volatile boolean ending;

    private ShutdownFlag() {}

    static ShutdownFlag begin() {
        ShutdownFlag farewell = new ShutdownFlag();
        Runtime.getRuntime().addShutdownHook(farewell.hook);
        return farewell;
    }

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
            ending = true; // told to end just now
        }
    }
}
