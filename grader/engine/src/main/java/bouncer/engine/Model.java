package bouncer.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What helpers that are not instrumented themselves may ask of a running exploration. Call it from model threads only;
 * outside of an exploration only {@link #active} may be called, all others throw {@code IllegalStateException}.
 *
 * <p>Threads are {@link Thread} objects that were never really started: they are what instrumented code sees as
 * {@code Thread.currentThread()}, and their own methods ({@code join}, {@code getState} …) mean nothing; use these.
 */
public final class Model {
    private Model() {}

    /** Whether the caller runs in a model thread of an exploration. */
    public static boolean active() {
        throw new UnsupportedOperationException();
    }

    /** Starts a platform thread of that name. What the body throws is kept for {@link #thrownBy}, and fails nothing. */
    public static Thread spawn(String name, Runnable body) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a virtual thread of that name, as {@link #spawn} does.
     *
     * @throws UnsupportedOperationException before JDK 21
     */
    public static Thread spawnVirtual(String name, Runnable body) {
        throw new UnsupportedOperationException();
    }

    /** Waits for the end of a thread. Not interruptible. */
    public static void join(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** What ended a spawned thread, or null if it returned or goes on. Ask after joining it. */
    public static @Nullable Throwable thrownBy(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** Interrupts a thread. */
    public static void interrupt(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** The calling model thread. */
    public static Thread currentThread() {
        throw new UnsupportedOperationException();
    }

    /** Reads the interrupt status of the calling thread and clears it. */
    public static boolean interrupted() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until no other thread can go on without time passing: all have ended or wait. A deterministic barrier: what
     * {@link #isBlocked}, {@link #isTimed} and {@link #hasEnded} say right after it is the same in every execution that
     * led here.
     */
    public static void awaitQuiet() {
        throw new UnsupportedOperationException();
    }

    /** Whether a thread waits and cannot go on now. */
    public static boolean isBlocked(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** Whether a thread waits with a timeout, or sleeps. */
    public static boolean isTimed(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** Whether a thread waits by looking again and again at what does not change. */
    public static boolean isSpinning(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** Whether a thread has ended. */
    public static boolean hasEnded(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** What a thread waits for and where, or null when it does not wait. */
    public static @Nullable Waiting waiting(Thread thread) {
        throw new UnsupportedOperationException();
    }

    /** All model threads of this execution that were started and have not ended, in the order of their start. */
    public static List<Thread> alive() {
        throw new UnsupportedOperationException();
    }

    /** Virtual time, in nanoseconds, as {@code System.nanoTime} shows it to instrumented code. */
    public static long nanoTime() {
        throw new UnsupportedOperationException();
    }

    /** Lets virtual time pass, as a sleep that nothing interrupts: others run first. */
    public static void sleep(long nanos) {
        throw new UnsupportedOperationException();
    }

    /** Asks that some execution comes by {@link #reached} with this label; otherwise a complete search ends in Unreached. */
    public static void mustReach(String label) {
        throw new UnsupportedOperationException();
    }

    /** Says that this execution came by. */
    public static void reached(String label) {
        throw new UnsupportedOperationException();
    }

    /**
     * A step on something that several threads share, ordered against other such steps on the same key but without any
     * happens-before between them: a gauge that must not repair the code it watches.
     *
     * @param key compared by identity
     * @param write whether it changes what the key stands for; two that don't commute with each other
     */
    public static <T extends @Nullable Object> T relaxed(Object key, boolean write, Supplier<T> action) {
        throw new UnsupportedOperationException();
    }

    /**
     * A step of a history: calls begin on one side and end on the other, and only begin against end matters, so steps of
     * the same side commute. Without happens-before, as {@link #relaxed}.
     *
     * @param key the history, compared by identity
     * @param side 0 or 1
     * @param action what to do as part of the step, such as adding to the history
     */
    public static void mark(Object key, int side, Runnable action) {
        throw new UnsupportedOperationException();
    }

    /** Runs without any other thread in between; blocking in it is uncontrolled. */
    public static <T extends @Nullable Object> T atomically(Supplier<T> action) {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until a condition over state that {@link #relaxed} steps on the key change holds, then acts; no
     * happens-before.
     *
     * @param words what it waits for
     */
    public static <T extends @Nullable Object> T await(
            Object key, String words, BooleanSupplier enabled, Supplier<T> action) {
        throw new UnsupportedOperationException();
    }

    /** Leaves a remark in the trace. */
    public static void note(String words) {
        throw new UnsupportedOperationException();
    }

    /** Timed waits of this execution may end by timeout at any moment from here on, or no longer. */
    public static void timeoutsAsChoices(boolean choices) {
        throw new UnsupportedOperationException();
    }

    /** At most so many waits or parks of this execution may end for no reason from here on. */
    public static void spuriousWakeups(int most) {
        throw new UnsupportedOperationException();
    }

    /** Says that this can't be judged under the engine: the outcome is {@link Outcome.Uncontrolled}. Never returns. */
    public static RuntimeException uncontrolled(String reason) {
        throw new UnsupportedOperationException(reason);
    }
}
