package concurrency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Each task completes a future with what it threw. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        CompletableFuture<Throwable> one = begin(first);
        CompletableFuture<Throwable> two = begin(second);
        try {
            CompletableFuture.allOf(one, two).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        raise(one.join(), two.join());
    }

    private static CompletableFuture<Throwable> begin(Runnable task) {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        new Thread(() -> {
            Throwable thrown = null;
            try {
                task.run();
            } catch (Throwable t) {
                thrown = t;
            }
            end.complete(thrown);
        }).start();
        return end;
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
