package concurrency;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads of a pool that lives as long as the call. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = pool.submit(first);
            Future<?> two = pool.submit(second);
            raise(failureOf(one), failureOf(two));
        } finally {
            pool.shutdown();
        }
    }

    private static Throwable failureOf(Future<?> future) throws InterruptedException {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return new RuntimeException(e.getCause());
        }
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
