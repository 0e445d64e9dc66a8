package bouncer.engine.ops;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wait of a library model: a builder for {@link Ops#await(Wait, Runnable)}.
 *
 * <p>The condition is evaluated by the engine, often, on any thread: it must have no side effects, must not call
 * instrumented code, and may depend only on state that steps on the same target change.
 */
public final class Wait {
    final Object target;
    final String call;
    BooleanSupplier enabled = () -> false;

    @Nullable
    String words;

    @Nullable
    Supplier<@Nullable Thread> holder;

    long deadline = Long.MAX_VALUE;
    boolean timed;
    boolean interruptible;
    boolean spurious;
    boolean idle;
    boolean global;
    boolean free;
    boolean readyFirst;

    @Nullable
    BooleanSupplier queued;

    @Nullable
    Consumer<WaitOutcome> otherwise;

    private Wait(Object target, String call) {
        this.target = target;
        this.call = call;
    }

    /**
     * Returns a wait on a target.
     *
     * @param target as in {@link Ops#step}
     * @param call as in {@link Ops#step}
     */
    public static Wait on(Object target, String call) {
        return new Wait(target, call);
    }

    /** Sets the condition that ends the wait; by default none does. */
    public Wait until(BooleanSupplier condition) {
        enabled = condition;
        return this;
    }

    /** Ends after so many nanoseconds of virtual time, at once if 0 or less; any value is fine. */
    public Wait forNanos(long nanos) {
        timed = true;
        long now = TimeOps.nanoTime();
        long sum = now + nanos;
        // An overflow means "practically without limit", but it is still a timed wait.
        deadline = nanos > 0 && sum < now ? Long.MAX_VALUE : sum;
        return this;
    }

    /** Ends by interrupt, too; an interrupt that is pending on entry ends it at once. */
    public Wait interruptibly() {
        interruptible = true;
        return this;
    }

    /** Lets the wait end spuriously if the limits allow spurious wake-ups. */
    public Wait maybeSpurious() {
        spurious = true;
        return this;
    }

    /** Names what is waited for, such as {@code a permit}; by default it is the call. */
    public Wait words(String whatFor) {
        words = whatFor;
        return this;
    }

    /**
     * Sets the supplier of the thread that holds what is waited for, by which deadlocks are found; it returns null if
     * none does.
     */
    public Wait heldBy(Supplier<@Nullable Thread> who) {
        holder = who;
        return this;
    }

    /** Sets an action for the same step if the wait ends in any way but READY, such as to leave a queue. */
    public Wait otherwise(Consumer<WaitOutcome> action) {
        otherwise = action;
        return this;
    }

    /** Lets the condition win over an interrupt, also over one that is pending on entry. */
    public Wait beforeInterrupts() {
        readyFirst = true;
        return this;
    }

    /** Sets when the thread counts as queued for the target, for those that ask; by default always. */
    public Wait queuedIf(BooleanSupplier condition) {
        queued = condition;
        return this;
    }

    /**
     * Lets the wait end by its time at any moment, as a delay: other threads may be slower than it is long. Such a wait
     * orders nothing.
     */
    public Wait freely() {
        free = true;
        return this;
    }

    /** Lets the condition depend on what any step of any thread changes. */
    public Wait onEverything() {
        global = true;
        return this;
    }

    /** Makes it no failure to stay blocked here, as for a pool's worker that waits for tasks. */
    public Wait idle() {
        idle = true;
        return this;
    }
}
