package concurrency;

/**
 * Runs two tasks at the same time. Calls are independent: they may be nested, and many threads may call at once.
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
     *   <li>When one task throws, the other still runs to its end. Then the very object that was
     *       thrown reaches the caller, not wrapped in another. When both throw, the caller gets one of the two,
     *       and the other is among its {@linkplain Throwable#getSuppressed suppressed} exceptions.
     *   <li>Whether the caller's own thread runs one of the tasks is up to you.
     * </ul>
     *
     * @param first one task
     * @param second the other task
     * @throws InterruptedException if the caller is interrupted while it waits; thrown promptly, and what
     *     happens to the tasks then is up to you
     */
    public static void runBoth(Runnable first, Runnable second) throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/01-two-tasks/src/main/java/concurrency/TwoTasks.java");
    }
}
