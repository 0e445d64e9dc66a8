package concurrency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Leaves both tasks to the pool that everybody shares: it has so many threads, and there may be more tasks. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        CompletableFuture<Void> one = CompletableFuture.runAsync(first);
        CompletableFuture<Void> other = CompletableFuture.runAsync(second);
        Throwable ofOne = failure(one);
        Throwable ofOther = failure(other);
        Throwable thrown = ofOne != null ? ofOne : ofOther;
        if (ofOne != null && ofOther != null) {
            ofOne.addSuppressed(ofOther);
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    private static Throwable failure(CompletableFuture<Void> task) throws InterruptedException {
        try {
            task.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
