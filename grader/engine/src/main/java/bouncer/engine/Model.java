package bouncer.engine;

import bouncer.engine.model.ModelTask;
import bouncer.engine.model.RelaxedSteps;
import bouncer.engine.model.ThreadInspector;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.spi.ArrayReadListener;
import bouncer.engine.trace.WaitDescriptions;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
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
        return ModelTask.find() != null;
    }

    /**
     * Starts a platform thread. Traces call it by the name, but the thread's own is a neutral one, so that nothing
     * tells the program under test that it is explored. What the body throws fails nothing.
     */
    public static Thread spawn(String name, Runnable body) {
        return ModelTask.here().lifecycle().spawn(name, body, false);
    }

    /**
     * Starts a virtual thread, as {@link #spawn} does.
     *
     * @throws UnsupportedOperationException before JDK 21
     */
    public static Thread spawnVirtual(String name, Runnable body) {
        return ModelTask.here().lifecycle().spawn(name, body, true);
    }

    /** Waits for the end of a thread. Not interruptible. */
    public static void join(Thread thread) {
        ModelTask.here().lifecycle().join(thread);
    }

    /** Interrupts a thread. */
    public static void interrupt(Thread thread) {
        ModelTask.here().interrupts().interrupt(thread);
    }

    /** What traces call the calling thread. */
    public static String name() {
        return ModelTask.here().name();
    }

    /**
     * Waits until no other thread is enabled without time passing: all have ended or wait. A deterministic barrier:
     * what {@link #isSpinning}, {@link #waiting} and {@link #hasEnded} say right after it is the same in every
     * execution that led here.
     */
    public static void awaitQuiet() {
        ModelTask task = ModelTask.here();
        task.operation().is(OperationKind.QUIET, "waits until all others rest");
        task.execution().step(task);
    }

    /** Whether a thread waits by looking again and again at what does not change. */
    public static boolean isSpinning(Thread thread) {
        return ThreadInspector.isSpinning(ModelTask.here().execution(), thread);
    }

    /** Whether a thread has ended. */
    public static boolean hasEnded(Thread thread) {
        return ThreadInspector.hasEnded(ModelTask.here().execution(), thread);
    }

    /** What a thread waits for and where, or null when it does not wait. */
    public static @Nullable Waiting waiting(Thread thread) {
        return WaitDescriptions.of(ModelTask.here().execution(), thread);
    }

    /** Virtual time, in nanoseconds from the start of the execution; the clocks of instrumented code run with it. */
    public static long nanoTime() {
        ModelTask task = ModelTask.here();
        return task.execution().enabled().time(task);
    }

    /** Lets virtual time pass, as a sleep that nothing interrupts: others run first. */
    public static void sleep(long nanos) {
        ModelTask.here().parking().sleep(nanos);
    }

    /**
     * Asks that some execution comes by {@link #reached} with this label; otherwise a complete search ends in
     * Unreached.
     */
    public static void mustReach(String label) {
        ModelTask.here().execution().result().goals().want(label);
    }

    /** Says that this execution came by. */
    public static void reached(String label) {
        ModelTask.here().execution().result().goals().reach(label);
    }

    /** The search need not go on after this execution, unless it fails: it has shown what the scenario is for. */
    public static void enough() {
        ModelTask.here().execution().result().goals().enough();
    }

    /** From here on, a listener hears of reads of arrays of numbers in this execution; see there what that changes. */
    public static void listenToArrayReads(ArrayReadListener listener) {
        ModelTask.here().execution().observers().listenToArrayReads(listener);
    }

    /**
     * A step on something that several threads share, ordered against other such steps on the same key but without any
     * happens-before between them: a gauge that must not repair the code it watches.
     *
     * @param key compared by identity
     * @param write whether it changes what the key stands for; two that don't commute with each other
     */
    public static <T extends @Nullable Object> T relaxed(Object key, boolean write, Supplier<T> action) {
        return RelaxedSteps.step(ModelTask.here(), key, write, action);
    }

    /**
     * A step of a history: calls begin on one side and end on the other, and only begin against end matters, so steps
     * of the same side commute. Without happens-before, as {@link #relaxed}.
     *
     * @param key the history, compared by identity
     * @param side 0 or 1
     * @param action what to do as part of the step, such as adding to the history
     */
    public static void mark(Object key, int side, Runnable action) {
        RelaxedSteps.mark(ModelTask.here(), key, side == 0, action);
    }

    /**
     * Waits until a condition over state that {@link #relaxed} steps on the key change holds, then acts; no
     * happens-before.
     *
     * @param words what it waits for
     */
    public static <T extends @Nullable Object> T await(
            Object key, String words, BooleanSupplier enabled, Supplier<T> action) {
        return RelaxedSteps.await(ModelTask.here(), key, words, enabled, action);
    }

    /**
     * From here on the calling thread must never block, whatever the schedule; null lifts that. If it does:
     * {@link Failure.UnexpectedBlocking}.
     *
     * @param label why, for the failure
     */
    public static void mustNotWait(@Nullable String label) {
        ModelTask.here().setMustNotWait(label);
    }

    /**
     * From here on, the program sees the results of this function instead of identity hashes. A JVM may give out any
     * hashes, even the same for all objects; the function must have no state.
     */
    public static void mapIdentityHashes(IntUnaryOperator map) {
        ModelTask.here().execution().observers().mapIdentityHashes(map);
    }
}
