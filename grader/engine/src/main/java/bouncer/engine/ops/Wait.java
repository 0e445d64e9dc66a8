package bouncer.engine.ops;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread waits for; a value to build up and hand to {@link Ops#await(Wait, Runnable)}.
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

    @Nullable
    Consumer<WaitOutcome> otherwise;

    private Wait(Object target, String call) {
        this.target = target;
        this.call = call;
    }

    /**
     * A wait on a target.
     *
     * @param target as in {@link Ops#step}
     * @param call as in {@link Ops#step}
     */
    public static Wait on(Object target, String call) {
        return new Wait(target, call);
    }

    /** The condition that ends the wait; never, unless said. */
    public Wait until(BooleanSupplier condition) {
        enabled = condition;
        return this;
    }

    /** Ends after so many nanoseconds of virtual time, at once if 0 or less; any value is fine. */
    public Wait forNanos(long nanos) {
        timed = true;
        long now = TimeOps.nanoTime();
        long sum = now + nanos;
        // Overflow means "practically for ever", but it is still a timed wait.
        deadline = nanos > 0 && sum < now ? Long.MAX_VALUE : sum;
        return this;
    }

    /** Ends by interrupt, too; an interrupt that is pending on entry ends it at once. */
    public Wait interruptibly() {
        interruptible = true;
        return this;
    }

    /** May end for no reason where the check asks for spurious wake-ups. */
    public Wait maybeSpurious() {
        spurious = true;
        return this;
    }

    /** What is waited for, in words, such as {@code a permit}; the call, unless said. */
    public Wait words(String whatFor) {
        words = whatFor;
        return this;
    }

    /** Who holds what is waited for, so that cycles are seen; null when nobody does. */
    public Wait heldBy(Supplier<@Nullable Thread> who) {
        holder = who;
        return this;
    }

    /** Runs in the same step when the wait ends in any way but READY, such as to leave a queue. */
    public Wait otherwise(Consumer<WaitOutcome> action) {
        otherwise = action;
        return this;
    }

    /** To wait here for ever is no failure, such as a pool's worker that waits for tasks. */
    public Wait idle() {
        idle = true;
        return this;
    }
}
