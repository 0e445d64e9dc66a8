package bouncer.checks;

import org.jspecify.annotations.Nullable;

/**
 * A thread of a check with a part to play: it can be seen to wait, interrupted and joined. Used by the check's own
 * thread. What it throws fails the check at {@link #join}, unless {@link #ending} asks for it.
 *
 * @param <T> what its part returns
 */
public final class Actor<T extends @Nullable Object> {
    private final ExecutionEnvironment.Player player;
    // Plain on purpose: handed over by the join alone, so that nothing else orders what the actor wrote.
    private @Nullable T result;
    private @Nullable Throwable thrown;

    private Actor(String name, Action.Giving<T> part) {
        ExecutionEnvironment world = ExecutionEnvironment.current();
        player = world.start(name, () -> {
            try {
                result = part.run();
            } catch (Throwable e) {
                if (world.isEnd(e)) {
                    throw SneakyThrow.sneaky(e);
                }
                thrown = e;
            }
        });
    }

    /** Starts a thread of the kind that the running check asks for. */
    @SuppressWarnings("NullAway") // a Void can only be null
    public static Actor<@Nullable Void> start(String name, Action part) {
        return new Actor<>(name, () -> {
            part.run();
            return null;
        });
    }

    /** Starts a thread whose part has a result. */
    public static <T extends @Nullable Object> Actor<T> call(String name, Action.Giving<T> part) {
        return new Actor<>(name, part);
    }

    /** Starts a thread whose result says whether its call ended by an {@link InterruptedException}. */
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
     * Waits until the thread waits for something or has ended, however slow the machine is. A thread that waits by
     * burning its core fails the check as {@link Fault#BUSY_WAIT}; one in {@link Thread#sleep} has a fifth of a second
     * to come out of it.
     *
     * @return true if it waits, false if it has ended
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

    /** Fails the check unless the thread waits: what it threw comes first, then the fault. */
    public void mustSleep(Fault fault, String message) {
        if (!sleeps()) {
            join();
            throw CheckRuntime.get().broken(fault, message);
        }
    }

    /** Waits for its end like {@link #join}; if it never ends, the check fails with this fault and message. */
    public void mustEnd(Fault fault, String message) {
        CheckRuntime.get().expect(fault, message);
        join();
        CheckRuntime.get().expectNothing();
    }

    /** Interrupts the thread. */
    public void interrupt() {
        player.interrupt();
    }

    /** Whether the thread has ended by now; says nothing about what can be seen of its work. */
    public boolean ended() {
        return player.ended();
    }

    /** Waits for its end and rethrows what it threw. */
    public void join() {
        Throwable cause = ending();
        if (cause != null) {
            throw SneakyThrow.sneaky(cause);
        }
    }

    /** Waits for its end, rethrows what it threw, and returns its result. */
    @SuppressWarnings("NullAway") // whatever the part returned, null too where its type says so
    public T result() {
        join();
        return result;
    }

    /** Waits for its end and returns what it threw, or null. */
    public @Nullable Throwable ending() {
        try {
            player.join();
            return thrown;
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }
}
