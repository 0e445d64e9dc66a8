package bouncer.engine.juc;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The few sentences all models are written in, on top of {@link Ops}. No step orders memory by itself: models say with
 * {@link #acquire} and {@link #release} exactly what the documentation of their class promises.
 */
public final class Act {
    /** In place of a number of nanoseconds: without a limit of time. */
    public static final long FOREVER = Long.MIN_VALUE;

    private Act() {}

    /** A step that only looks. */
    public static <T extends @Nullable Object> T read(Object at, String call, Supplier<T> action) {
        return Ops.step(at, AccessKind.READ, MemoryMode.OPAQUE, call, action);
    }

    /** A step that may change something. */
    public static <T extends @Nullable Object> T write(Object at, String call, Supplier<T> action) {
        return Ops.step(at, AccessKind.UPDATE, MemoryMode.OPAQUE, call, action);
    }

    /** As {@link #write}, for nothing to return. */
    public static void change(Object at, String call, Runnable action) {
        write(at, call, () -> {
            action.run();
            return Ops.NOTHING;
        });
    }

    /** A change that has the same effect before or after another such change. */
    public static void add(Object at, String call, Runnable action) {
        Ops.step(at, AccessKind.ADD, MemoryMode.OPAQUE, call, () -> {
            action.run();
            return Ops.NOTHING;
        });
    }

    /** To call in a step that turned out to change nothing. */
    public static void unchanged() {
        Ops.unchanged();
    }

    /** Waits for the condition and then acts in the same step; nothing else ends the wait. */
    public static <T extends @Nullable Object> T await(
            Object at, String call, BooleanSupplier enabled, Supplier<T> action) {
        return Ops.await(at, call, enabled, action);
    }

    /**
     * What {@link #block} waits for.
     *
     * @param nanos 0 or less never waits; {@link #FOREVER} has no limit
     */
    public static Wait wait(Object at, String call, BooleanSupplier enabled, long nanos, boolean interruptible) {
        Wait wait = Wait.on(at, call).until(enabled);
        if (nanos != FOREVER) {
            wait.forNanos(nanos);
        }
        return interruptible ? wait.interruptibly() : wait;
    }

    /** Waits and then acts; the action gets told why the wait ended. */
    public static WaitOutcome block(Wait wait, Consumer<WaitOutcome> action) {
        return Ops.await(wait.otherwise(action), () -> action.accept(WaitOutcome.READY));
    }

    /** As {@link #block(Wait, Consumer)}. */
    public static WaitOutcome block(
            Object at,
            String call,
            BooleanSupplier enabled,
            long nanos,
            boolean interruptible,
            Consumer<WaitOutcome> action) {
        return block(wait(at, call, enabled, nanos, interruptible), action);
    }

    /** As {@link #block(Wait, Consumer)}, up to a moment that {@link #deadline} gave. */
    public static WaitOutcome blockUntil(
            Object at,
            String call,
            BooleanSupplier enabled,
            long deadline,
            boolean interruptible,
            Consumer<WaitOutcome> action) {
        return block(at, call, enabled, remaining(deadline), interruptible, action);
    }

    /** Does {@code action} if the thread is not interrupted on entry; the step never waits. */
    public static void enter(Object at, String call, Runnable action) throws InterruptedException {
        thrown(Ops.await(Wait.on(at, call).until(() -> true).interruptibly(), action));
    }

    /** Whether a wait was READY; an interrupt becomes the exception. */
    public static boolean thrown(WaitOutcome wake) throws InterruptedException {
        if (wake == WaitOutcome.INTERRUPTED) {
            throw new InterruptedException();
        }
        return wake == WaitOutcome.READY;
    }

    /** What was released through the key happens-before what follows. */
    public static void acquire(Object key) {
        Ops.acquire(key);
    }

    /** What came before happens-before what follows an acquire of the key. */
    public static void release(Object key) {
        Ops.release(key);
    }

    /** Nanoseconds of a timeout as {@link #block} takes them. */
    public static long nanos(long time, TimeUnit unit) {
        return Math.max(0, unit.toNanos(time));
    }

    /** The moment a wait of so many nanoseconds ends. */
    public static long deadline(long nanos) {
        if (nanos == FOREVER) {
            return FOREVER;
        }
        long now = Ops.nanoTime();
        long end = now + Math.max(0, nanos);
        return end < now ? Long.MAX_VALUE : end;
    }

    /** Nanoseconds to a moment that {@link #deadline} gave. */
    public static long remaining(long deadline) {
        return deadline == FOREVER ? FOREVER : Math.max(0, deadline - Ops.nanoTime());
    }

    /** Nanoseconds to a date, on the virtual clock. */
    @SuppressWarnings("JavaUtilDate") // what the modelled methods take
    public static long nanosUntil(Date date) {
        return nanos(date.getTime() - Ops.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    /** What the running step did, for the trace; asked only when one is wanted. */
    public static void words(Supplier<String> words) {
        Ops.say(words);
    }

    /**
     * The threads that queue for something, as far as a model knows them.
     *
     * @param queue where everybody who waits is in, or null if the model has no such queue: who waits is then unknown
     */
    public static Collection<Thread> queued(Object at, String call, @Nullable Collection<Thread> queue) {
        if (queue == null) {
            if (Ops.active()) {
                throw Ops.uncontrolled(call + " of an unfair lock or semaphore answers an estimate only");
            }
            return List.of();
        }
        return read(at, call, () -> List.copyOf(queue));
    }

    /** The name a model prints for itself: the real class's. */
    public static String realName(Object model) {
        return model.getClass().getName().replace("bouncer.engine.juc", "java.util.concurrent")
                + "@"
                + Integer.toHexString(model.hashCode());
    }
}
