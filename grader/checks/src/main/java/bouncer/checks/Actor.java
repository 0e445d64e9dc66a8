package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * A thread that a check starts, and then observes, interrupts and joins. Used by the check's own thread. An exception
 * that the thread throws is rethrown by {@link #join}, or returned by {@link #ending}.
 *
 * @param <T> the type of the result of the thread's action
 */
public final class Actor<T extends @Nullable Object> {
    private final ExecutionEnvironment.Player player;
    // Plain on purpose: only the join makes the result visible, so no other access orders what the actor wrote.
    private @Nullable T result;
    private @Nullable Throwable thrown;

    private Actor(String name, Action.Giving<T> action) {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        player = world.start(name, () -> {
            try {
                result = action.run();
            } catch (Throwable e) {
                if (world.isEnd(e)) {
                    throw SneakyThrow.sneaky(e);
                }
                thrown = e;
            }
        });
    }

    /** Starts a thread of the kind that the running check asks for, with this name, and returns its actor. */
    @SuppressWarnings("NullAway") // a Void can only be null
    public static Actor<@Nullable Void> start(String name, Action action) {
        return new Actor<>(name, () -> {
            action.run();
            return null;
        });
    }

    /** Starts a thread whose action returns a result, which {@link #result} returns. */
    public static <T extends @Nullable Object> Actor<T> call(String name, Action.Giving<T> action) {
        return new Actor<>(name, action);
    }

    /**
     * Starts a thread whose result is true if its call threw an {@link InterruptedException}, and false if it returned.
     */
    public static Actor<Boolean> interruptible(String name, Action call) {
        return new Actor<>(name, () -> {
            try {
                call.run();
                return false;
            } catch (InterruptedException e) {
                return true;
            }
        });
    }

    /**
     * Blocks until the thread waits or has ended. On the real machine there is no time limit. A thread in {@link
     * Thread#sleep} counts as waiting only after a fifth of a second.
     *
     * @return true if the thread waits, false if it has ended
     * @throws AssertionError as {@link Fault#BUSY_WAIT} if the thread uses processor time while it should wait
     */
    public boolean sleeps() {
        try {
            return player.sleeps();
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }

    /** As {@link #mustSleep(Fault, String)}, with the fault that the check's annotation names. */
    public void mustSleep(String message) {
        mustSleep(CheckRuntime.get().declaredFault(), message);
    }

    /** As {@link #mustEnd(Fault, String)}, with the fault that the check's annotation names. */
    public void mustEnd(String message) {
        mustEnd(CheckRuntime.get().declaredFault(), message);
    }

    /**
     * Fails the check unless the thread waits.
     *
     * @throws AssertionError with this fault and message if the thread has ended; if it ended with an exception, that
     *     is rethrown instead
     */
    public void mustSleep(Fault fault, String message) {
        if (!sleeps()) {
            join();
            throw CheckRuntime.get().broken(fault, message);
        }
    }

    /** Joins the thread as {@link #join} does; if it never ends, the check fails with this fault and message. */
    public void mustEnd(Fault fault, String message) {
        CheckRuntime.get().expect(fault, message);
        join();
        CheckRuntime.get().expectNothing();
    }

    /** Interrupts the thread. */
    public void interrupt() {
        player.interrupt();
    }

    /** Returns true if the thread has ended. Unlike {@link #join}, makes nothing visible that the thread wrote. */
    public boolean ended() {
        return player.ended();
    }

    /** Waits until the thread has ended, and rethrows what it threw; what it wrote is visible afterwards. */
    public void join() {
        Throwable cause = ending();
        if (cause != null) {
            throw SneakyThrow.sneaky(cause);
        }
    }

    /** Joins the thread as {@link #join} does, and returns the result of its action. */
    @SuppressWarnings("NullAway") // the action may return null where T is nullable
    public T result() {
        join();
        return result;
    }

    /** Waits until the thread has ended, and returns what it threw, or null if it threw nothing. */
    public @Nullable Throwable ending() {
        try {
            player.join();
            return thrown;
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }
}
