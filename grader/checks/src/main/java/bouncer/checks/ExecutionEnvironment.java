package bouncer.checks;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine that a check runs on: the real one, or the engine's model of one while a schedule is explored. The
 * helpers of this package reach threads and clocks only through this interface, so that a check means the same in both.
 * Part of {@link CheckRuntime}; not for authors of checks. Implementations are thread-safe.
 *
 * <p>Only {@link Player#join} and the start of a player may create happens-before edges between the submission's
 * threads. A helper with more of them would hide missing synchronisation in the submission.
 */
public interface ExecutionEnvironment {

    /** Returns the environment that the calling thread runs in. */
    static ExecutionEnvironment current() {
        return CheckRuntime.get().environment();
    }

    /** Returns true if this is the real machine. */
    boolean isReal();

    /** Starts a thread of the kind that the running check asks for, and returns it. */
    Player start(String name, Runnable body);

    /**
     * Reads or changes state that several threads share, as one step. An exploration tries different orders of such
     * steps on the same key. The step creates no happens-before edge. The action must not block.
     *
     * @return the result of the action
     */
    <T> T relaxed(Object key, boolean write, Supplier<T> action);

    /**
     * Records the begin (side 0) or the end (side 1) of a call in a history. As {@link #relaxed}, except that two
     * begins, or two ends, are independent steps.
     */
    void mark(Object key, int side, Runnable action);

    /** Creates seats in which threads can wait for each other, numbered from 0. */
    Seats seats(int count);

    /** Announces a state that at least one schedule must reach. */
    void mustReach(String state);

    /** Reports that this schedule reached a state that was announced. */
    void reached(String state);

    /** Returns the name of the calling thread. */
    String name();

    /**
     * Forbids the calling thread to wait in any schedule from now on.
     *
     * @param message the finding's message if it waits; null to allow waiting again
     */
    void mustNotWait(@Nullable String message);

    /** Makes all identity hash codes equal from now on, under exploration; has no effect on the real machine. */
    void sameIdentityHashes();

    /**
     * Returns true if the engine ends the thread of a finished execution with this throwable: rethrow it, do not report
     * it.
     */
    boolean isEnd(Throwable thrown);

    /** Returns the nanoseconds on this machine's clock, since an arbitrary fixed time. */
    long nanoTime();

    /** Sleeps for this many nanoseconds on this machine's clock. */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Counts the threads that read arrays of at least this many elements, until the end of the execution.
     *
     * @throws IllegalStateException on the real machine
     */
    Readers countReaders(int least);

    /** A thread that was started. */
    interface Player {
        /** Blocks until the thread waits or has ended; returns true if it waits. */
        boolean sleeps() throws InterruptedException;

        /** Interrupts the thread. */
        void interrupt();

        /** Waits until the thread has ended; what it wrote is visible afterwards. */
        void join() throws InterruptedException;

        /** Returns true if the thread has ended; what it wrote need not be visible. */
        boolean ended();
    }

    /** Seats in which threads wait for each other, without happens-before edges between them. */
    interface Seats {
        /**
         * Waits in this seat until the condition holds; only {@link #relaxed} steps on the key may change the
         * condition.
         */
        void await(Object key, int seat, BooleanSupplier condition);

        /** Wakes the threads in the first seats, this many, whose condition must hold by now. */
        void wake(int count);
    }

    /** Statistics on the threads that read large arrays. */
    interface Readers {
        /** Returns the largest number of threads that read at the same time. */
        int atOnce();

        /** Returns how many threads did a share of the work. */
        int parts();

        /** Returns true if workers of a fork-join pool were among the threads. */
        boolean forkJoin();

        /** Returns true if so far several threads made a step at one shared location for nearly each element read. */
        boolean meetAtEach();

        /** Returns true if arrays were passed to library calls whose reads cannot be counted. */
        boolean unseen();

        /** Ends the search as soon as this many threads read at the same time, and reports this state as reached. */
        void endAt(int workers, String state);
    }
}
