package bouncer.checks.api;

import java.util.function.BooleanSupplier;

/**
 * The machine under a check: the real one, or the engine's model of one while a schedule is explored. The helpers of
 * this package do everything through it, so that one check means the same in both.
 *
 * <p>No method but {@link Player#join} and the start of a player may order what the submission's threads write: a helper
 * that did would lend the submission an order that it forgot to make itself.
 */
interface World {

    /** The world that the calling thread lives in. */
    static World current() {
        return RealWorld.INSTANCE;
    }

    /** Starts a thread of the kind that the running check asks for. */
    Player start(String name, Runnable body);

    /** Marks a moment whose order with every other {@code touch} of the same key matters; orders no memory. */
    void touch(Object key);

    /** Waits until the condition holds, which changes only beside a {@link #touch} of the key; orders no memory. */
    void await(Object key, Seats seats, int seat, BooleanSupplier condition);

    /** Wakes the first so many seats, once their condition holds; orders no memory. */
    void wake(Seats seats, int count);

    /** Announces a state that some schedule must reach. */
    void mustReach(String state);

    /** Says that this schedule reached it. */
    void reached(String state);

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
