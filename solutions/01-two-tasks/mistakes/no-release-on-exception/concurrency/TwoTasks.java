package concurrency;

import java.util.concurrent.atomic.AtomicReference;

/** The caller runs the first task itself. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        AtomicReference<Throwable> theirs = new AtomicReference<>();
        Thread helper = new Thread(() -> {
            try {
                second.run();
            } catch (Throwable t) {
                theirs.set(t);
            }
        }, "helper");
        helper.start();
        Throwable ours = null;
        first.run();
        helper.join();
        raise(ours, theirs.get());
    }

    private static void raise(Throwable a, Throwable b) {
        Throwable first = a != null ? a : b;
        if (first == null) {
            return;
        }
        if (b != null && b != first) {
            first.addSuppressed(b);
        }
        if (first instanceof Error) {
            throw (Error) first;
        }
        throw (RuntimeException) first;
    }
}
