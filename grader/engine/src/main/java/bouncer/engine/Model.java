package bouncer.engine;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.run.ArrayReaders;
import bouncer.engine.run.Kernel;
import bouncer.engine.run.Operation;
import bouncer.engine.schedule.OperationKind;
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
        return Kernel.find() != null;
    }

    /**
     * Starts a platform thread. Traces call it by the name, but the thread's own is a neutral one, so that nothing tells the program
     * under test that it is explored. What the body throws is kept for {@link #thrownBy}, and fails nothing.
     */
    public static Thread spawn(String name, Runnable body) {
        return Kernel.here().spawn(name, body, false);
    }

    /**
     * Starts a virtual thread, as {@link #spawn} does.
     *
     * @throws UnsupportedOperationException before JDK 21
     */
    public static Thread spawnVirtual(String name, Runnable body) {
        return Kernel.here().spawn(name, body, true);
    }

    /** Waits for the end of a thread. Not interruptible. */
    public static void join(Thread thread) {
        Kernel.here().join(thread);
    }

    /** What ended a spawned thread, or null if it returned or goes on. Ask after joining it. */
    public static @Nullable Throwable thrownBy(Thread thread) {
        return Kernel.here().others().thrownBy(thread);
    }

    /** Interrupts a thread. */
    public static void interrupt(Thread thread) {
        Kernel.here().interrupt(thread);
    }

    /** The calling model thread. */
    public static Thread currentThread() {
        return Kernel.here().thread();
    }

    /** What traces call the calling thread. */
    public static String name() {
        return Kernel.here().name();
    }

    /** Reads the interrupt status of the calling thread and clears it. */
    public static boolean interrupted() {
        return Kernel.here().interrupted();
    }

    /**
     * Waits until no other thread can go on without time passing: all have ended or wait. A deterministic barrier: what
     * {@link #isBlocked}, {@link #isTimed} and {@link #hasEnded} say right after it is the same in every execution that
     * led here.
     */
    public static void awaitQuiet() {
        Kernel.here().awaitQuiet();
    }

    /** Whether a thread waits and cannot go on now. */
    public static boolean isBlocked(Thread thread) {
        return Kernel.here().others().isBlocked(thread);
    }

    /** Whether a thread waits with a timeout, or sleeps. */
    public static boolean isTimed(Thread thread) {
        return Kernel.here().others().isTimed(thread);
    }

    /** Whether a thread waits by looking again and again at what does not change. */
    public static boolean isSpinning(Thread thread) {
        return Kernel.here().others().isSpinning(thread);
    }

    /** Whether a thread has ended. */
    public static boolean hasEnded(Thread thread) {
        return Kernel.here().others().hasEnded(thread);
    }

    /** What a thread waits for and where, or null when it does not wait. */
    public static @Nullable Waiting waiting(Thread thread) {
        return Kernel.here().others().waiting(thread);
    }

    /** All model threads of this execution that were started and have not ended, in the order of their start. */
    public static List<Thread> alive() {
        return Kernel.here().others().alive();
    }

    /** Virtual time, in nanoseconds from the start of the execution; the clocks of instrumented code run with it. */
    public static long nanoTime() {
        return Kernel.here().nanoTime();
    }

    /** Lets virtual time pass, as a sleep that nothing interrupts: others run first. */
    public static void sleep(long nanos) {
        Kernel.here().sleep(nanos);
    }

    /** Asks that some execution comes by {@link #reached} with this label; otherwise a complete search ends in Unreached. */
    public static void mustReach(String label) {
        Kernel.here().goals().want(label);
    }

    /** Says that this execution came by. */
    public static void reached(String label) {
        Kernel.here().goals().reach(label);
    }

    /** The search need not go on after this execution, unless it fails: it has shown what the scenario is for. */
    public static void enough() {
        Kernel.here().goals().enough();
    }

    /**
     * From here on, counts who reads arrays of that length or more. Their reads are no longer checked for races, nor told.
     *
     * @param least the length
     */
    public static ArrayReaders countReaders(int least) {
        return Kernel.here().goals().countReaders(least);
    }

    /**
     * A step on something that several threads share, ordered against other such steps on the same key but without any
     * happens-before between them: a gauge that must not repair the code it watches.
     *
     * @param key compared by identity
     * @param write whether it changes what the key stands for; two that don't commute with each other
     */
    public static <T extends @Nullable Object> T relaxed(Object key, boolean write, Supplier<T> action) {
        return Kernel.here()
                .relaxed(
                        key,
                        LocationSlots.RELAXED,
                        write ? Operation.WRITE : Operation.READ,
                        OperationKind.MARK,
                        action);
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
        Kernel.here()
                .relaxed(
                        key,
                        LocationSlots.SIDE,
                        side == 0 ? Operation.READ : Operation.OTHER,
                        OperationKind.MARK,
                        () -> {
                            action.run();
                            return true;
                        });
    }

    /** Runs without any other thread in between; blocking in it is uncontrolled. */
    public static <T extends @Nullable Object> T atomically(Supplier<T> action) {
        return Kernel.here().atomically(action);
    }

    /**
     * Waits until a condition over state that {@link #relaxed} steps on the key change holds, then acts; no
     * happens-before.
     *
     * @param words what it waits for
     */
    public static <T extends @Nullable Object> T await(
            Object key, String words, BooleanSupplier enabled, Supplier<T> action) {
        return Kernel.here().awaitRelaxed(key, words, task -> enabled.getAsBoolean(), action);
    }

    /**
     * From here on the calling thread must never block, whatever the schedule; null lifts that. If it does:
     * {@link Failure.Waited}.
     *
     * @param label why, for the failure
     */
    public static void mustNotWait(@Nullable String label) {
        Kernel.here().mustNotWait(label);
    }

    /** From here on all identity hashes that instrumented code asks for are the same, which any JVM may do; or not. */
    public static void sameIdentityHashes(boolean same) {
        Kernel.here().sameIdentityHashes(same);
    }

    /** How many locks of {@code java.util.concurrent} a thread holds. */
    public static int locksHeld(Thread thread) {
        return Kernel.here().others().held(thread);
    }

    /** Leaves a remark in the trace. */
    public static void note(String words) {
        Kernel.here().note(words);
    }

    /** Timed waits of this execution may end by timeout at any moment from here on, or no longer. */
    public static void timeoutsAsChoices(boolean choices) {
        Kernel.here().timeoutsAsChoices(choices);
    }

    /** At most so many waits or parks of this execution may end for no reason from here on. */
    public static void spuriousWakeups(int most) {
        Kernel.here().spuriousWakeups(most);
    }

    /** Says that this can't be judged under the engine: the outcome is {@link Outcome.Uncontrolled}. Never returns. */
    public static RuntimeException uncontrolled(String reason) {
        throw Kernel.here().lose(reason);
    }
}
