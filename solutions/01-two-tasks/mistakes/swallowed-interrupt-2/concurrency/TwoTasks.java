package concurrency;

import java.util.concurrent.CountDownLatch;

/** The last thing that each thread does is to count down. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(2);
        Throwable[] thrown = new Throwable[2];
        start(first, 0, thrown, ended);
        start(second, 1, thrown, ended);
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        raise(thrown[0], thrown[1]);
    }

    private static void start(Runnable task, int index, Throwable[] thrown, CountDownLatch ended) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (Throwable t) {
                thrown[index] = t;
            } finally {
                ended.countDown();
            }
        });
        thread.setDaemon(true);
        thread.start();
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
