package bouncer.engine.ops;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Cell;
import bouncer.engine.run.Kernel;
import bouncer.engine.run.NoResult;
import bouncer.engine.run.Operation;
import bouncer.engine.run.SystemCalls;
import bouncer.engine.run.ThreadInspector;
import bouncer.engine.run.WeakFailures;
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
 * several independent parts of an object, {@link #field} a field of instrumented code, {@link #element} an array element.
 *
 * <p>Calls: the name of the method as a student wrote it, such as {@code incrementAndGet}; traces show it with the
 * target's name and the result.
 *
 * <p>Outside an exploration (a static initialiser run too early, a thread that leaked in) steps just run their action;
 * waits whose condition does not hold throw {@code IllegalStateException}.
 */
public final class Ops {
    /** What a step returns whose call returns nothing: traces then show no result, not even null. */
    public static final Object NOTHING = NoResult.NOTHING;

    private Ops() {}

    /** Whether the caller runs in a model thread. */
    public static boolean active() {
        return Kernel.find() != null;
    }

    /** A part of an object as a target of its own; parts of one object with different numbers are independent. */
    public static Object part(Object owner, int number) {
        return new Kernel.Part(owner, LocationSlots.PART - number);
    }

    /**
     * A field as a target: the same one that field accesses of instrumented code and VarHandles act on.
     *
     * @param owner the instance, or null for a static field
     */
    public static Object field(@Nullable Object owner, Class<?> declaring, String name) {
        return new Kernel.Part(owner == null ? declaring : owner, Kernel.slot(declaring, name));
    }

    /** An array element as a target: the same one that array accesses of instrumented code act on. */
    public static Object element(Object array, int index) {
        return new Kernel.Part(array, index);
    }

    /**
     * One step: the search may let any other thread go first, then the action runs at once and alone.
     *
     * <p>Happens-before through the target, by mode: a READ takes, a WRITE gives, an UPDATE does both. PLAIN and OPAQUE
     * order nothing; PLAIN also takes part in the search for data races. For ordering other than through the target as a whole, use
     * {@link MemoryMode#OPAQUE} here and {@link #acquire} and {@link #release} in the action.
     *
     * @param action what the step does; may throw what the method throws
     * @return what the action returns
     */
    public static <T extends @Nullable Object> T step(
            Object target, AccessKind access, MemoryMode mode, String call, Supplier<T> action) {
        Kernel kernel = Kernel.actor();
        return kernel == null ? action.get() : kernel.step(target, access.ordinal(), mode.ordinal(), call, action);
    }

    /** As {@link #step}, for a {@link MemoryMode#VOLATILE} step. */
    public static <T extends @Nullable Object> T step(
            Object target, AccessKind access, String call, Supplier<T> action) {
        return step(target, access, MemoryMode.VOLATILE, call, action);
    }

    /**
     * A store that others may see later: opaque or release. The variable is one of the model's own.
     *
     * @param get reads the variable, wherever it stands
     * @param set writes it
     */
    public static <T extends @Nullable Object> void store(
            Object target, MemoryMode mode, String call, Supplier<T> get, Consumer<T> set, T next) {
        Kernel kernel = Kernel.actor();
        if (kernel == null) {
            set.accept(next);
        } else {
            kernel.store(target, mode.ordinal(), call, new Variable<>(get, set), next);
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

    /** Whether the step under way, whose name begins with {@code weak}, is a compare-and-set that fails for no reason. */
    public static boolean failsWeakly() {
        return WeakFailures.happens();
    }

    /**
     * To call in the action of an UPDATE or WRITE that turned out to change nothing (a failed compare-and-set, a set to the same
     * value): it gives no happens-before then (it still takes), and a loop of such steps is known as spinning.
     */
    public static void unchanged() {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.unchanged();
        }
    }

    /**
     * Waits, not interruptibly and for ever, until the condition holds, then runs the action in the same step. An UPDATE
     * of the target without happens-before of its own: call {@link #acquire} and {@link #release} in the action.
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
        Kernel kernel = Kernel.actor();
        if (kernel == null) {
            return outside(wait, action);
        }
        if (wait.interruptible && kernel.interruptedOnEntry()) {
            Consumer<WaitOutcome> leave = wait.otherwise;
            if (leave != null) {
                // The step that looked at the interrupt status did not touch the target.
                step(wait.target, AccessKind.UPDATE, MemoryMode.OPAQUE, wait.call, () -> {
                    leave.accept(WaitOutcome.INTERRUPTED);
                    return WaitOutcome.INTERRUPTED;
                });
            }
            return WaitOutcome.INTERRUPTED;
        }
        kernel.prepare(wait.target, wait.call, task -> wait.enabled.getAsBoolean(), wait.words, wait.idle);
        if (wait.timed) {
            kernel.until(wait.deadline);
        }
        if (wait.interruptible) {
            kernel.interruptibly();
        }
        if (wait.spurious) {
            kernel.spuriously();
        }
        if (wait.holder != null) {
            kernel.heldBy(wait.holder);
        }
        return wake(kernel.await(action, way -> {
            if (wait.otherwise != null) {
                wait.otherwise.accept(wake(way));
            }
        }));
    }

    private static WaitOutcome wake(int way) {
        return switch (way) {
            case Operation.TIMEOUT -> WaitOutcome.TIMED_OUT;
            case Operation.INTERRUPT -> WaitOutcome.INTERRUPTED;
            case Operation.SPURIOUS -> WaitOutcome.SPURIOUS;
            default -> WaitOutcome.READY;
        };
    }

    /** Everything that was {@link #release}d through the key so far happens-before what this thread does next. */
    public static void acquire(Object key) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.acquire(key);
        }
    }

    /** What this thread has done so far happens-before what follows a later {@link #acquire} of the key. No step. */
    public static void release(Object key) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.release(key);
        }
    }

    /** A plain read of the whole object, such as a call of {@code HashMap.get}: no step, but it may race with writes. */
    public static void plainRead(Object target, String call) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.plain(target, call, false);
        }
    }

    /** A plain write of the whole object, such as a call of {@code HashMap.put}: no step, but it may race. */
    public static void plainWrite(Object target, String call) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.plain(target, call, true);
        }
    }

    /** One of {@code 0 … n - 1}; every one is tried in some execution. A step of its own. */
    public static int choose(int n, String words) {
        return Kernel.here().choose(n, words);
    }

    /** The number of the calling model thread in the order of starts, 0 for the main one; 0 outside of an exploration. */
    public static int threadNumber() {
        Kernel kernel = Kernel.find();
        return kernel == null ? 0 : kernel.number();
    }

    /** Something that is the same object throughout one execution and another one in the next; null outside of any. */
    public static @Nullable Object execution() {
        Kernel kernel = Kernel.find();
        return kernel == null ? null : kernel.execution();
    }

    /** Adds to the words of the step under way, such as {@code permits 1 → 0}; evaluated only when a trace is kept. */
    public static void say(Supplier<String> words) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.say(words);
        }
    }

    /** To call in an action: the calling thread now holds the target, as a lock. For traces, and for locks left behind. */
    public static void locked(Object target) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.held(target, 1);
        }
    }

    /** To call in an action: the calling thread holds the target once less. */
    public static void unlocked(Object target) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.held(target, -1);
        }
    }

    /**
     * Optimistic reading begins or ends: while it is on, plain reads of the calling thread are steps of the search and never data
     * races, because what they read is thrown away unless a later validation succeeds.
     */
    public static void optimistic(boolean on) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.optimistic(on);
        }
    }

    /** The calling model thread, as instrumented code sees it. */
    public static Thread currentThread() {
        Kernel kernel = Kernel.find();
        return kernel == null ? Thread.currentThread() : kernel.thread();
    }

    /** What traces call a thread; its own name outside of an exploration. */
    public static String name(Thread thread) {
        return ThreadInspector.name(thread);
    }

    /**
     * Makes a virtual thread without a name, for {@link #start}.
     *
     * @throws UnsupportedOperationException before JDK 21
     */
    public static Thread virtualThread(Runnable body) {
        return Kernel.virtualThread(body);
    }

    /** Starts a thread under the model: any Thread object that was not started, also of a subclass or from a ThreadFactory. */
    public static void start(Thread thread) {
        Kernel.here().start(thread);
    }

    /** Waits for the end of a thread; not interruptible. */
    public static void join(Thread thread) {
        Kernel.here().join(thread);
    }

    /** Interrupts a thread; a step. */
    public static void interrupt(Thread thread) {
        Kernel.here().interrupt(thread);
    }

    /** Reads and clears the interrupt status of the calling thread; a step. */
    public static boolean interrupted() {
        return Kernel.here().interrupted();
    }

    /** Parks the calling thread as {@code LockSupport.park} does; for a model that needs exactly that. */
    public static void park(Object blocker) {
        Kernel.here().park();
    }

    /** As {@code LockSupport.unpark}; null is ignored. */
    public static void unpark(@Nullable Thread thread) {
        Kernel.here().unpark(thread);
    }

    /** Virtual time in nanoseconds. */
    public static long nanoTime() {
        Kernel kernel = Kernel.find();
        return kernel == null ? System.nanoTime() : kernel.nanoTime();
    }

    /** What a generator starts from that asks for no seed: the same in every execution of a schedule. */
    public static long seed() {
        return SystemCalls.seed();
    }

    /** What the virtual wall clock shows, in milliseconds as {@code System.currentTimeMillis}. */
    public static long currentTimeMillis() {
        Kernel kernel = Kernel.find();
        return kernel == null ? System.currentTimeMillis() : kernel.currentTimeMillis();
    }

    /** Ends the exploration with {@code Outcome.Uncontrolled}; the reason is a sentence for people. Never returns. */
    public static RuntimeException uncontrolled(String reason) {
        throw Kernel.here().lose(reason);
    }

    private static WaitOutcome outside(Wait wait, Runnable action) {
        if (!wait.enabled.getAsBoolean()) {
            if (wait.timed) {
                // Nobody else is there to end the wait: it would last until its time is over.
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

    /** To call first by whoever catches everything: what ends an execution is nobody's to keep, and is thrown on. */
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
