package concurrency;

/**
 * Runs two tasks at the same time. Calls do not know of each other: they may be nested and may come from many
 * threads.
 */
public final class TwoTasks {

    private TwoTasks() {}

    /**
     * Runs both tasks and returns when both have ended.
     *
     * <ul>
     *   <li>The tasks are in progress at the same time: the first may wait for something that only the second
     *       does, and the second for something that only the first does.
     *   <li>What the tasks wrote is visible to the caller after the return.
     *   <li>When one task throws, the other still runs to its end. Then the caller gets the very object that
     *       was thrown, not wrapped in another. When both throw, the caller gets one of the two, and finds
     *       the other among its {@linkplain Throwable#getSuppressed suppressed} ones.
     *   <li>Whether the caller's own thread runs one of the tasks is up to you.
     * </ul>
     *
     * @param first one task
     * @param second the other task
     * @throws InterruptedException promptly, if the caller is interrupted while it waits; what becomes of the
     *     tasks is open
     */
    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        Task one = new Task(first);
        Task two = new Task(second);
        one.start();
        one.join();
        two.start();
        two.join();
        Throwable failure = one.failure;
        if (failure == null) {
            failure = two.failure;
        } else if (two.failure != null && two.failure != failure) {
            failure.addSuppressed(two.failure);
        }
        if (failure != null) {
            TwoTasks.<RuntimeException>rethrow(failure);
        }
    }

    private static final class Task extends Thread {
        private final Runnable work;
        private Throwable failure;

        Task(Runnable work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void rethrow(Throwable failure) throws T {
        throw (T) failure;
    }
}
