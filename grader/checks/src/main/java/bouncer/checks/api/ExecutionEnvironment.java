package bouncer.checks.api;

import bouncer.engine.Model;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine under a check: the real one, or the engine's model of one while a schedule is explored. The helpers of
 * this package do everything through it, so that one check means the same in both.
 *
 * <p>No method but {@link Player#join} and the start of a player may order what the submission's threads write: a helper
 * that did would lend the submission an order that it forgot to make itself.
 */
interface ExecutionEnvironment {

    /** The world that the calling thread lives in. */
    static ExecutionEnvironment current() {
        return CheckContext.exploring() && Model.active() ? ModelEnvironment.INSTANCE : RealEnvironment.INSTANCE;
    }

    /** Starts a thread of the kind that the running check asks for. */
    Player start(String name, Runnable body);

    /**
     * Looks at or changes what several threads share, as one step whose order with other such steps on the key matters to
     * an exploration; orders no memory. The action must not block.
     */
    <T> T relaxed(Object key, boolean write, Supplier<T> action);

    /**
     * Marks the begin (side 0) or the end (side 1) of a call in a history; as {@link #relaxed}, but only begins against
     * ends matter.
     */
    void mark(Object key, int side, Runnable action);

    /** Waits until the condition holds, which only {@link #relaxed} steps on the key change; orders no memory. */
    void await(Object key, ParkingSlots seats, int seat, BooleanSupplier condition);

    /** Wakes the first so many seats, once their condition holds; orders no memory. */
    void wake(ParkingSlots seats, int count);

    /** Announces a state that some schedule must reach. */
    void mustReach(String state);

    /** Says that this schedule reached it. */
    void reached(String state);

    /** The name of the calling thread. */
    String name();

    /** The calling thread must not wait from here on, whatever the schedule, and this says why; null lifts that. */
    void mustNotWait(@Nullable String otherwise);

    /** From here on all identity hashes are the same, where this world can decide that. */
    void sameIdentityHashes();

    /** Whether this is how the world takes a thread out of an execution that is over: to be let through, and not told. */
    boolean isEnd(Throwable thrown);

    /** Nanoseconds on this world's clock. */
    long nanoTime();

    /** Sleeps on this world's clock. */
    void sleep(long nanos) throws InterruptedException;

    /** A thread that was started. */
    interface Player {
        /** Waits until it cannot go on by itself; false when it has ended instead. */
        boolean sleeps() throws InterruptedException;

        /** Interrupts it. */
        void interrupt();

        /** Waits for its end; what it wrote is visible afterwards. */
        void join() throws InterruptedException;

        /** Whether it has ended; what it wrote need not be visible. */
        boolean ended();
    }
}
