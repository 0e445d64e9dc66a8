package concurrency;

/** Threads that report their end to a monitor; when both throw, the first to do so leads. */
public final class TwoTasks {
    private TwoTasks() {}

    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        new Pair().run(first, second);
    }

    private static class Pair {
        private int running = 2;
        private Throwable failure;

        void run(Runnable first, Runnable second) throws InterruptedException {
            new Thread(() -> one(first)).start();
            new Thread(() -> one(second)).start();
            synchronized (this) {
                while (running > 0) wait();
                if (failure instanceof RuntimeException r) throw r;
                if (failure instanceof Error e) throw e;
            }
        }

        private void one(Runnable task) {
            try {
                task.run();
            } catch (Throwable t) {
                synchronized (this) {
                    failure = t;
                }
            }
            synchronized (this) {
                running--;
                notifyAll();
            }
        }
    }
}
