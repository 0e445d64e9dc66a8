package bouncer.engine;

import bouncer.engine.model.ModelTask;
import bouncer.engine.model.RelaxedSteps;
import bouncer.engine.model.Stamps;
import bouncer.engine.model.ThreadInspector;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Execution;
import bouncer.engine.spi.ArrayReadListener;
import bouncer.engine.trace.WaitDescriptions;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The running exploration, for library code that is not instrumented itself. Call it from model threads only: outside
 * an exploration all methods but {@link #active} throw {@code IllegalStateException}.
 *
 * <p>Threads are the {@link Thread} objects that instrumented code sees as {@code Thread.currentThread()}. They are
 * never really started, so their own methods ({@code join}, {@code getState} …) do not apply; use the methods of this
 * class.
 */
public final class Model {
    private Model() {}

    /** Returns true if the caller runs in a model thread of an exploration. */
    public static boolean active() {
        return ModelTask.find() != null;
    }

    /**
     * Starts a platform thread. Traces show the given name, but the thread itself has a neutral one, so that the
     * program under test cannot tell that it is explored. An exception of the body is no failure.
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

    /** Returns the name of the calling thread in traces. */
    public static String name() {
        return ModelTask.here().name();
    }

    /**
     * Waits until all other threads have ended or are blocked, without letting time pass. This is a deterministic
     * barrier: right after it, {@link #isSpinning}, {@link #waiting} and {@link #hasEnded} return the same in every
     * execution with the same history.
     */
    public static void awaitQuiet() {
        RelaxedSteps.awaitQuiet(ModelTask.here());
    }

    /** Returns true if a thread spins on locations that do not change. */
    public static boolean isSpinning(Thread thread) {
        return ThreadInspector.isSpinning(ModelTask.here().execution(), thread);
    }

    /**
     * Stops a thread after so many of its steps, wherever it stands then, until {@link #letGo}; to be called when no other
     * thread can take a step. What others do meanwhile does not wait for it.
     *
     * @param steps 1 or more
     */
    public static void hold(Thread thread, int steps) {
        ThreadInspector.hold(ModelTask.here().execution(), thread, steps);
    }

    /** Lets a thread go on that {@link #hold} has stopped, or was to stop. */
    public static void letGo(Thread thread) {
        ThreadInspector.hold(ModelTask.here().execution(), thread, -1);
    }

    /** Returns true if a thread has ended. */
    public static boolean hasEnded(Thread thread) {
        return ThreadInspector.hasEnded(ModelTask.here().execution(), thread);
    }

    /** Returns what a thread is blocked on and where, or null if it is not blocked. */
    public static @Nullable Waiting waiting(Thread thread) {
        return WaitDescriptions.of(ModelTask.here().execution(), thread);
    }

    /**
     * Returns the virtual time in nanoseconds since the start of the execution; the clocks of instrumented code follow
     * it.
     */
    public static long nanoTime() {
        ModelTask task = ModelTask.here();
        return task.execution().enabled().time(task);
    }

    /**
     * Runs an action whenever no thread can take a step and virtual time is about to pass, for the rest of this
     * execution. The action must not take steps itself.
     */
    public static void onRest(Runnable action) {
        ModelTask.here().execution().observers().onRest(action);
    }

    /** Returns where the calling thread stands in the execution. Not a step. */
    public static Stamp stamp() {
        return Stamps.of(ModelTask.here());
    }

    /** Returns how a thread stands; to be asked when no other thread can take a step. Not a step. */
    public static ThreadStanding standing(Thread thread) {
        return ThreadInspector.standing(thread);
    }

    /** Returns the interrupt status of a thread; to be asked when that thread takes no step. Not a step. */
    public static boolean isInterrupted(Thread thread) {
        return ThreadInspector.isInterrupted(thread);
    }

    /** Returns the interrupt status of the calling thread. Not a step. */
    public static boolean isInterrupted() {
        return ModelTask.here().isInterrupted();
    }

    /**
     * Throws on an exception that ends a thread because its execution is over; code that catches everything calls this
     * first.
     */
    public static void rethrowEnd(Throwable thrown) {
        if (thrown instanceof Abort end) {
            throw end;
        }
    }

    /** Returns the virtual time as the last step left it, in nanoseconds; any thread may ask. Not a step. */
    public static long now() {
        Execution execution = Execution.active();
        return execution == null ? 0 : execution.enabled().now();
    }

    /** Returns the thread that instrumented code sees as the current one. */
    public static Thread current() {
        return ModelTask.here().thread();
    }

    /**
     * Lets virtual time pass for all threads, and waits meanwhile: it passes only when no thread can run, also where
     * timeouts are choices of the search.
     */
    public static void pass(long nanos) {
        ModelTask.here().parking().pass(nanos);
    }

    /**
     * Sets whether time limits end in their time from now on, also where {@link Limits#timeoutsAsChoices} lets them end at
     * any moment.
     */
    public static void keepTime(boolean on) {
        ModelTask.here().execution().enabled().setInTime(on);
    }

    /** Sleeps in virtual time, uninterruptibly: other enabled threads run first. */
    public static void sleep(long nanos) {
        ModelTask.here().parking().sleep(nanos);
    }

    /**
     * Requires that some execution calls {@link #reached} with this label; otherwise a complete search ends in {@link
     * Failure.Unreached}.
     */
    public static void mustReach(String label) {
        ModelTask.here().execution().result().goals().want(label);
    }

    /** Records that this execution reached a label. */
    public static void reached(String label) {
        ModelTask.here().execution().result().goals().reach(label);
    }

    /** Ends the search after this execution, unless it fails: it has shown what the scenario is for. */
    public static void enough() {
        ModelTask.here().execution().result().goals().enough();
    }

    /** Ends this execution, whatever the other threads wait for. Never returns. */
    public static RuntimeException finish() {
        ModelTask task = ModelTask.here();
        throw task.execution().finish(task);
    }

    /** Installs a listener to reads of arrays of numbers for the rest of this execution. */
    public static void listenToArrayReads(ArrayReadListener listener) {
        ModelTask.here().execution().observers().listenToArrayReads(listener);
    }

    /**
     * Takes a step on shared state that is ordered against other such steps on the same key but gives no
     * happens-before, for measurements that must not hide a data race of the measured code.
     *
     * @param key compared by identity
     * @param write whether it changes the state of the key; reads commute with each other
     */
    public static <T extends @Nullable Object> T relaxed(Object key, boolean write, Supplier<T> action) {
        return RelaxedSteps.step(ModelTask.here(), key, write, action);
    }

    /**
     * A step of a history of calls. Calls begin on one side and end on the other; only the order of a begin and an end
     * matters, so steps of the same side commute. Gives no happens-before, like {@link #relaxed}.
     *
     * @param key the history, compared by identity
     * @param side 0 or 1
     * @param action what the step does, such as an addition to the history
     */
    public static void mark(Object key, int side, Runnable action) {
        RelaxedSteps.mark(ModelTask.here(), key, side == 0, action);
    }

    /**
     * Waits for a condition on state that {@link #relaxed} steps on the key change, then acts in the same step. Gives
     * no happens-before.
     *
     * @param words what it waits for
     */
    public static <T extends @Nullable Object> T await(
            Object key, String words, BooleanSupplier enabled, Supplier<T> action) {
        return RelaxedSteps.await(ModelTask.here(), key, words, enabled, action);
    }

    /**
     * Lets the calling thread wait, from the return of its body on, for a condition on state that {@link #relaxed} steps
     * on the key change, and act, again and again to the end of the execution. While it waits it has no frames, so it
     * costs less than a thread that calls {@link #await} in a loop.
     *
     * @param words what it waits for
     */
    public static void serve(Object key, String words, BooleanSupplier ready, Runnable action) {
        RelaxedSteps.serve(ModelTask.here(), key, words, ready, action);
    }

    /**
     * Lets the calling thread act, from the return of its body on, whenever all other threads have ended or are blocked,
     * as after {@link #awaitQuiet}, until the action ends the execution by {@link #finish}.
     */
    public static void serveWhenQuiet(Runnable action) {
        RelaxedSteps.serveWhenQuiet(ModelTask.here(), action);
    }

    /**
     * Forbids the calling thread to block from here on; null lifts that. If it does block, the execution fails with
     * {@link Failure.UnexpectedBlocking}. To sleep is not to block, nor is to wait while a thread can run that the
     * program has started itself: it may be what is waited for.
     *
     * @param label the reason, which the failure shows; null to allow blocking again
     */
    public static void mustNotWait(@Nullable String label) {
        ModelTask.here().setMustNotWait(label);
    }

    /**
     * Maps all identity hashes that the program sees from here on by this function. A JVM may return any hashes, even
     * the same for all objects. The function must be stateless.
     */
    public static void mapIdentityHashes(IntUnaryOperator map) {
        ModelTask.here().execution().observers().mapIdentityHashes(map);
    }
}
