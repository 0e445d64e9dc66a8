package concurrency;

public final class TwoTasks {
    private static volatile Throwable failure;

    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        failure = null;
        Thread helper = new Thread(() -> {
            try {
                second.run();
            } catch (Throwable e) {
                failure = e; // of which call?
            }
        });
        helper.start();
        Throwable thrown = null;
        try {
            first.run();
        } catch (Throwable e) {
            thrown = e;
        }
        helper.join();
        Throwable other = failure;
        if (thrown == null) {
            thrown = other;
        } else if (other != null && other != thrown) {
            thrown.addSuppressed(other);
        }
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }
}
