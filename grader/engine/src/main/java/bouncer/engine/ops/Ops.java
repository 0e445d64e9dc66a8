package bouncer.engine.ops;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.buffer.Cell;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.model.DeclaredFields;
import bouncer.engine.model.ModelTask;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Execution;
import bouncer.engine.run.NoResult;
import bouncer.engine.schedule.OperationKind;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The primitives that models of library classes are written with. A model is ordinary Java without locks: the state
 * lives in plain fields, and every public method does its work in one {@link #step} or {@link #await}, whose action no
 * other thread interrupts.
 *
 * <p>Targets: any object stands for itself, compared by identity ({@code this}, mostly); {@link #part} names one of
 * several independent parts of an object, {@link #field} a field of instrumented code.
 *
 * <p>Calls: the name of the method as the program has it, such as {@code incrementAndGet}; traces show it with the
 * target's name and the result.
 *
 * <p>Outside an exploration (a static initialiser run too early, a thread that leaked in) steps just run their action;
 * waits whose condition does not hold throw {@code IllegalStateException}.
 */
public final class Ops {
    /** The result of a step for a call without one: traces show no result then, not even null. */
    public static final Object NOTHING = NoResult.NOTHING;

    private static final int MOST_ALTERNATIVES = 30;

    private Ops() {}

    /** Returns true if the calling thread is a model thread. */
    public static boolean active() {
        return ModelTask.find() != null;
    }

    /**
     * Returns a part of an object as a target of its own; parts of one object with different numbers are independent.
     */
    public static Object part(Object owner, int number) {
        return new Target(owner, LocationSlots.PART - number);
    }

    /**
     * Returns a field as a target: the same one that field accesses of instrumented code and VarHandles act on.
     *
     * @param owner the instance, or null for a static field
     */
    public static Object field(@Nullable Object owner, Class<?> declaring, String name) {
        return new Target(owner == null ? declaring : owner, DeclaredFields.slot(declaring, name));
    }

    /**
     * One step: any other thread may be scheduled before it, then the action runs atomically.
     *
     * <p>Happens-before through the target, by mode: a READ acquires, a WRITE releases, an UPDATE does both. PLAIN,
     * UNORDERED and OPAQUE order nothing; PLAIN also takes part in the search for data races. For ordering other than
     * through the target as a whole, use {@link MemoryMode#UNORDERED} here and {@link OrderOps#acquire} and {@link
     * OrderOps#release} in the action.
     *
     * @param action what the step does; may throw what the method throws
     * @return what the action returns
     */
    public static <T extends @Nullable Object> T step(
            Object target, AccessKind access, MemoryMode mode, String call, Supplier<T> action) {
        return step(target, access, mode, call, false, action);
    }

    /**
     * As {@link #step}, for a compare-and-set that may fail though the value is the expected one. The action asks
     * {@link #failsWeakly} first, and if so leaves the value alone.
     */
    public static <T extends @Nullable Object> T weakUpdate(
            Object target, MemoryMode mode, String call, Supplier<T> action) {
        return step(target, AccessKind.UPDATE, mode, call, true, action);
    }

    private static <T extends @Nullable Object> T step(
            Object target, AccessKind access, MemoryMode mode, String call, boolean weak, Supplier<T> action) {
        ModelTask task = ModelTask.counted();
        return task == null
                ? action.get()
                : task.steps().act(Target.location(task.execution(), target), access, mode, call, weak, action);
    }

    /** As {@link #step}, for a {@link MemoryMode#VOLATILE} step. */
    public static <T extends @Nullable Object> T step(
            Object target, AccessKind access, String call, Supplier<T> action) {
        return step(target, access, MemoryMode.VOLATILE, call, action);
    }

    /** As {@link #step}, for a step that only reads. It orders nothing in memory by itself, as the four that follow. */
    public static <T extends @Nullable Object> T read(Object target, String call, Supplier<T> action) {
        return step(target, AccessKind.READ, MemoryMode.UNORDERED, call, action);
    }

    /** As {@link #read}, of what any step of any thread may change. */
    public static <T extends @Nullable Object> T whole(Object target, String call, Supplier<T> action) {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            return action.get();
        }
        MemoryLocation location = Target.location(task.execution(), target);
        T result = task.steps().observe(List.of(call, location), call, action);
        task.execution().listener().called(task, location, call, OperationKind.READ);
        task.execution().listener().value(task, result);
        return result;
    }

    /** As {@link #step}, for a step that may change something. */
    public static <T extends @Nullable Object> T write(Object target, String call, Supplier<T> action) {
        return step(target, AccessKind.UPDATE, MemoryMode.UNORDERED, call, action);
    }

    /** As {@link #write}, for a call without a result. */
    public static void change(Object target, String call, Runnable action) {
        write(target, call, () -> {
            action.run();
            return NOTHING;
        });
    }

    /** As {@link #change}, for a change that commutes with others of its kind. */
    public static void add(Object target, String call, Runnable action) {
        step(target, AccessKind.ADD, MemoryMode.UNORDERED, call, () -> {
            action.run();
            return NOTHING;
        });
    }

    /** Does the action if the calling thread is not interrupted on entry; the step never waits. */
    public static void enter(Object target, String call, Runnable action) throws InterruptedException {
        thrown(await(Wait.on(target, call).until(() -> true).interruptibly(), action));
    }

    /**
     * An opaque or release store to a variable of the model, which other threads may see later.
     *
     * @param get reads the variable, wherever it stands
     * @param set writes it
     */
    public static <T extends @Nullable Object> void store(
            Object target, MemoryMode mode, String call, Supplier<T> get, Consumer<T> set, T next) {
        ModelTask task = ModelTask.counted();
        if (task == null) {
            set.accept(next);
        } else {
            MemoryLocation location = Target.location(task.execution(), target);
            Buffers.store(task, location, mode, call, new Variable<>(get, set), next);
        }
    }

    private record Variable<T extends @Nullable Object>(Supplier<T> getter, Consumer<T> setter) implements Cell {
        @Override
        public @Nullable Object get() {
            return getter.get();
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // what it held, or was given
        public void set(@Nullable Object value) {
            setter.accept((T) value);
        }
    }

    /** Returns true if the {@link #weakUpdate} under way is to fail without a reason. */
    public static boolean failsWeakly() {
        ModelTask task = ModelTask.find();
        return task != null && task.steps().failsWeakly();
    }

    /**
     * Call this in the action of an UPDATE or WRITE that changes nothing (a failed compare-and-set, a set to the same
     * value): the step then releases nothing (it still acquires), and a loop of such steps counts as spinning.
     */
    public static void unchanged() {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.steps().unchanged();
        }
    }

    /**
     * Waits uninterruptibly and without a limit until the condition holds, then runs the action in the same step. An
     * UPDATE of the target without happens-before of its own: call {@link OrderOps#acquire} and {@link
     * OrderOps#release} in the action.
     *
     * @param enabled see {@link Wait}
     */
    public static <T extends @Nullable Object> T await(
            Object target, String call, BooleanSupplier enabled, Supplier<T> action) {
        Holder<T> result = new Holder<>();
        WaitOutcome unused = await(Wait.on(target, call).until(enabled), () -> result.value = action.get());
        return result.get();
    }

    /**
     * Waits as described.
     *
     * @param action runs in the same step when, and only when, the wait ends {@link WaitOutcome#READY}
     * @return how it ended; never SPURIOUS unless {@link Wait#maybeSpurious}
     */
    public static WaitOutcome await(Wait wait, Runnable action) {
        ModelTask task = ModelTask.controlled();
        if (task == null) {
            return outside(wait, action);
        }
        if (wait.interruptible && !wait.readyFirst && task.interrupts().takeOnEntry()) {
            Consumer<WaitOutcome> leave = wait.otherwise;
            if (leave != null) {
                // The step that looked at the interrupt status did not touch the target.
                write(wait.target, wait.call, () -> {
                    leave.accept(WaitOutcome.INTERRUPTED);
                    return WaitOutcome.INTERRUPTED;
                });
            }
            return WaitOutcome.INTERRUPTED;
        }
        return Waits.await(task, wait, action);
    }

    /**
     * What {@link #block} waits for.
     *
     * @param nanos 0 or less never waits; {@link TimeOps#FOREVER} has no limit
     */
    public static Wait wait(Object target, String call, BooleanSupplier enabled, long nanos, boolean interruptible) {
        Wait wait = Wait.on(target, call).until(enabled);
        if (nanos != TimeOps.FOREVER) {
            wait.forNanos(nanos);
        }
        return interruptible ? wait.interruptibly() : wait;
    }

    /** Waits and then runs the action, which receives how the wait ended. */
    public static WaitOutcome block(Wait wait, Consumer<WaitOutcome> action) {
        return await(wait.otherwise(action), () -> action.accept(WaitOutcome.READY));
    }

    /** As {@link #block(Wait, Consumer)}. */
    public static WaitOutcome block(
            Object target,
            String call,
            BooleanSupplier enabled,
            long nanos,
            boolean interruptible,
            Consumer<WaitOutcome> action) {
        return block(wait(target, call, enabled, nanos, interruptible), action);
    }

    /** As {@link #block(Wait, Consumer)}, up to a {@link TimeOps#deadline}. */
    public static WaitOutcome blockUntil(
            Object target,
            String call,
            BooleanSupplier enabled,
            long deadline,
            boolean interruptible,
            Consumer<WaitOutcome> action) {
        return block(target, call, enabled, TimeOps.remaining(deadline), interruptible, action);
    }

    /** Returns true if a wait ended READY; an interrupt becomes the exception. */
    public static boolean thrown(WaitOutcome outcome) throws InterruptedException {
        if (outcome == WaitOutcome.INTERRUPTED) {
            throw new InterruptedException();
        }
        return outcome == WaitOutcome.READY;
    }

    /**
     * Returns the queued threads, as far as the model knows them.
     *
     * @param queue all that wait, or null if the model has no such queue: then those that are blocked on the target
     */
    public static Collection<Thread> queued(Object target, String call, @Nullable Collection<Thread> queue) {
        if (queue == null) {
            ModelTask task = ModelTask.find();
            return task == null
                    ? List.of()
                    : whole(target, call, () -> blockedOn(task.execution(), Target.location(task.execution(), target)));
        }
        return read(target, call, () -> List.copyOf(queue));
    }

    private static Collection<Thread> blockedOn(Execution execution, MemoryLocation location) {
        return execution.actors().all().stream()
                .filter(actor -> actor instanceof ModelTask && !actor.hasEnded())
                .map(ModelTask.class::cast)
                .filter(task -> task.operation().kind() == OperationKind.AWAIT
                        && task.operation().location(0) == location
                        && task.operation().isQueued())
                .map(ModelTask::thread)
                .toList();
    }

    /** Returns a number from {@code 0} to {@code n - 1}, each in some execution. A step of its own. */
    public static int choose(int n, String words) {
        if (n <= 1) {
            return 0;
        }
        ModelTask task = ModelTask.here();
        if (n > MOST_ALTERNATIVES) {
            throw task.execution().lose("a choice among more than " + MOST_ALTERNATIVES);
        }
        task.operation().is(OperationKind.CHOOSE, words).amongst(n);
        task.execution().step(task);
        return task.branch();
    }

    /** Ends the exploration with {@code Outcome.Uncontrolled}; the reason is a sentence for people. Never returns. */
    public static RuntimeException uncontrolled(String reason) {
        throw ModelTask.here().execution().lose(reason);
    }

    private static WaitOutcome outside(Wait wait, Runnable action) {
        if (!wait.enabled.getAsBoolean()) {
            if (wait.timed) {
                // No other thread can end the wait: it would last until its timeout.
                if (wait.otherwise != null) {
                    wait.otherwise.accept(WaitOutcome.TIMED_OUT);
                }
                return WaitOutcome.TIMED_OUT;
            }
            throw new IllegalStateException(wait.call + " would wait outside of an exploration");
        }
        action.run();
        return WaitOutcome.READY;
    }

    /**
     * Call this first in a handler of all exceptions: it rethrows the error that unwinds a thread at the end of an
     * execution.
     */
    public static void passOn(Throwable thrown) {
        if (thrown instanceof Abort abort) {
            throw abort;
        }
    }

    /** Carries a result out of an action. */
    private static final class Holder<T extends @Nullable Object> {
        @Nullable
        T value;

        @SuppressWarnings("NullAway") // null only where T allows it
        T get() {
            return value;
        }
    }
}
