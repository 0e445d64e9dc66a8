package bouncer.checks;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine under a check: the real one, or the engine's model of one while a schedule is explored. The helpers of this
 * package do everything through it, so that a check means the same in both. Part of {@link CheckRuntime}; not for authors.
 *
 * <p>Only {@link Player#join} and the start of a player may order what the submission's threads write. A helper that
 * ordered more would hide that the submission itself forgot to.
 */
public interface ExecutionEnvironment {

    /** Returns the one that the calling thread runs on. */
    static ExecutionEnvironment current() {
        return CheckRuntime.get().environment();
    }

    /** Returns whether this is the real machine. */
    boolean isReal();

    /** Starts a thread of the kind that the running check asks for. */
    Player start(String name, Runnable body);

    /**
     * Reads or changes state that several threads share, as one step whose order with other such steps on the key matters to
     * an exploration; orders no memory. The action must not block.
     */
    <T> T relaxed(Object key, boolean write, Supplier<T> action);

    /**
     * Marks the begin (side 0) or the end (side 1) of a call in a history; like {@link #relaxed}, but only the order of a
     * begin and an end matters.
     */
    void mark(Object key, int side, Runnable action);

    /** Makes places where threads can wait for each other, numbered from 0. */
    Seats seats(int count);

    /** Announces a state that some schedule must reach. */
    void mustReach(String state);

    /** Says that this schedule reached it. */
    void reached(String state);

    /** Returns the name of the calling thread. */
    String name();

    /** From now on the calling thread must not wait in any schedule; null lifts that, else the message says what it means. */
    void mustNotWait(@Nullable String message);

    /** From now on all identity hashes are equal, where this machine can decide that. */
    void sameIdentityHashes();

    /** Returns whether this is how the machine ends a thread of an execution that is over: to be rethrown, not reported. */
    boolean isEnd(Throwable thrown);

    /** Returns nanoseconds on this machine's clock. */
    long nanoTime();

    /** Sleeps on this machine's clock. */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Counts the threads that read arrays of at least this length, to the end of the execution.
     *
     * @throws IllegalStateException on the real machine
     */
    Readers countReaders(int least);

    /** A thread that was started. */
    interface Player {
        /** Waits until it cannot continue by itself; false when it has ended instead. */
        boolean sleeps() throws InterruptedException;

        /** Interrupts it. */
        void interrupt();

        /** Waits for its end; what it wrote is visible afterwards. */
        void join() throws InterruptedException;

        /** Returns whether it has ended; what it wrote need not be visible. */
        boolean ended();
    }

    /** Places where threads wait for each other; they order no memory. */
    interface Seats {
        /** Waits in this seat until the condition holds, which only {@link #relaxed} steps on the key change. */
        void await(Object key, int seat, BooleanSupplier condition);

        /** Wakes the first so many seats, once their condition holds. */
        void wake(int count);
    }

    /** What is known of the threads that read large arrays. */
    interface Readers {
        /** Returns the most threads that were at work at once. */
        int atOnce();

        /** Returns how many threads did a share of the work. */
        int parts();

        /** Returns whether a fork-join pool was at work. */
        boolean forkJoin();

        /** Returns whether library calls read where that cannot be counted. */
        boolean unseen();

        /** Ends the search as soon as so many work at once, which reaches this state. */
        void endAt(int workers, String state);
    }
}
