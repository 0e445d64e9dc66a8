package bouncer.engine.run;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.buffer.Cell;
import bouncer.engine.hooks.Hooks;
import bouncer.engine.hooks.Variables;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.ModelThread;
import bouncer.engine.model.ThreadInspector;
import bouncer.engine.model.ThreadModel;
import bouncer.engine.model.VirtualClock;
import bouncer.engine.model.VirtualThreads;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Model} and {@code Ops} are made of: the calling task of the execution under way, and what it may do. Not for others.
 */
public final class Kernel {
    private final Execution x;
    private final Task task;

    private Kernel(Execution x, Task task) {
        this.x = x;
        this.task = task;
    }

    /** A target that is a part of an object. */
    public record Part(Object owner, int slot) {}

    /** The caller's, or null outside of an exploration. */
    public static @Nullable Kernel find() {
        Execution x = Execution.active();
        return of(x, x == null ? null : x.caller());
    }

    private static @Nullable Kernel of(@Nullable Execution x, @Nullable Task task) {
        return x == null || task == null ? null : new Kernel(x, task);
    }

    /** The caller's as {@link #find}, for what must not be done by a thread that the engine does not know: that ends the exploration. */
    public static @Nullable Kernel actor() {
        Execution x = Execution.active();
        return of(x, Hooks.caller(x));
    }

    /**
     * The caller's.
     *
     * @throws IllegalStateException outside of an exploration
     */
    public static Kernel here() {
        Kernel found = find();
        if (found == null) {
            throw new IllegalStateException("Only a thread of an exploration can do this");
        }
        if (found.x.aborting()) {
            throw Abort.IT;
        }
        return found;
    }

    /** The number of a field. */
    public static int slot(Class<?> declaring, String name) {
        return Variables.slot(declaring, name);
    }

    private MemoryLocation loc(Object target, int whole) {
        return target instanceof Part part ? x.memory.at(part.owner, part.slot) : x.memory.at(target, whole);
    }

    /** One step; see {@code Ops.step}. Access 0 reads, 1 writes, 2 updates, 3 adds; mode 0 plain to 3 volatile. */
    public <T extends @Nullable Object> T step(Object target, int access, int mode, String call, Supplier<T> action) {
        MemoryLocation loc = loc(target, LocationSlots.WHOLE);
        x.points++;
        boolean reads = access == 0 || access == 2;
        boolean writes = access != 0;
        if (mode == 0) {
            plain(loc, call, writes);
        } else {
            task.opaque = call.endsWith("Opaque") || call.endsWith("Plain");
            if (writes && (mode > 1 || task.opaque)) {
                Buffers.drain(x, task, mode);
            }
            OperationKind kind = !writes ? OperationKind.READ : reads ? OperationKind.UPDATE : OperationKind.WRITE;
            Steps.announce(
                    x,
                    task,
                    loc,
                    kind,
                    call,
                    access == 3 ? Operation.OTHER : writes ? Operation.WRITE : Operation.READ);
            if (reads && task.chosen != Operation.SPURIOUS) {
                Steps.read(x, task, loc, mode);
            }
        }
        if (x.recorder != null && !call.isEmpty()) {
            x.recorder.call(x, task, loc, call, writes ? OperationKind.UPDATE : OperationKind.READ);
        }
        boolean outer = task.unchanged;
        boolean skipped = task.skipped;
        task.unchanged = false;
        boolean changed = false;
        try {
            T result = Steps.alone(task, action);
            changed = writes && !task.unchanged;
            if (x.recorder != null && !call.isEmpty() && result != NoResult.NOTHING) {
                x.recorder.value(task, result);
            }
            return result;
        } finally {
            task.unchanged = outer;
            task.skipped = skipped;
            if (changed && mode > 0 && !x.aborting()) {
                // An addition keeps what others have released, as an update does.
                Steps.wrote(x, task, loc, mode, reads || access == 3);
                if (access == 2) {
                    x.goals.hadTurn(task, loc);
                }
            }
        }
    }

    public void store(Object target, int mode, String call, Cell variable, @Nullable Object next) {
        Buffers.store(x, task, loc(target, LocationSlots.WHOLE), mode, call, variable, next);
    }

    /** The action under way changed nothing. */
    public void unchanged() {
        task.unchanged = true;
    }

    /** Begins a wait: see {@code Ops.await}. */
    public void prepare(Object target, String call, Enabledness guard, @Nullable String words, boolean idle) {
        MemoryLocation loc = loc(target, LocationSlots.WHOLE);
        x.points++;
        Buffers.drain(task);
        task.op.is(OperationKind.AWAIT, call).on(loc, Operation.WRITE).when(guard);
        task.op.waitsFor = words == null ? "" : words;
        task.op.idle = idle;
    }

    /** The wait ends at a time. */
    public void until(long deadline) {
        task.op.until(deadline);
    }

    /** The wait ends by interrupt. */
    public void interruptibly() {
        task.op.on(task.interrupt, Operation.READ).interruptibly();
    }

    /** The wait may end for no reason. */
    public void spuriously() {
        task.op.spurious = true;
    }

    /** Who holds what is waited for. */
    public void heldBy(Supplier<@Nullable Thread> holder) {
        task.op.holder = holder;
    }

    /** Looks at the caller's interrupt status, and takes it if it is set: what interruptible calls do first. */
    public boolean interruptedOnEntry() {
        try {
            ThreadModel.entry(x, task);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Waits as prepared; returns one of {@code Operation}'s ways. The action runs when that is READY. */
    public int await(Runnable action, java.util.function.IntConsumer otherwise) {
        MemoryLocation loc = task.op.locs[0];
        x.step(task);
        int way = task.chosen;
        switch (way) {
            case Operation.READY -> {
                task.fences.full();
                Steps.alone(task, () -> {
                    action.run();
                    return null;
                });
                x.goals.hadTurn(task, loc);
                x.changed(task, loc);
            }
            case Operation.INTERRUPT -> {
                task.interrupted = false;
                HappensBefore.acquire(task.clock, task.interrupt);
                x.progress(task);
            }
            case Operation.SPURIOUS -> {
                task.spuriousLeft--;
                x.progress(task);
            }
            default -> x.progress(task);
        }
        if (way != Operation.READY) {
            Steps.alone(task, () -> {
                otherwise.accept(way);
                return null;
            });
        }
        return way;
    }

    public void acquire(Object key) {
        HappensBefore.acquire(task.clock, loc(key, LocationSlots.WHOLE));
    }

    public void release(Object key) {
        HappensBefore.release(task.id, task.clock, loc(key, LocationSlots.WHOLE));
    }

    public void plain(Object target, String call, boolean write) {
        MemoryLocation loc = loc(target, LocationSlots.WHOLE);
        x.points++;
        plain(loc, call, write);
        if (x.recorder != null) {
            x.recorder.call(x, task, loc, call, write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ);
        }
    }

    private void plain(MemoryLocation loc, String call, boolean write) {
        if (write) {
            Steps.plainWrite(x, task, loc, call);
        } else {
            Steps.plainRead(x, task, loc, call);
        }
    }

    public int choose(int n, String words) {
        if (n <= 1) {
            return 0;
        }
        if (n > 30) {
            throw x.lose("a choice among more than 30");
        }
        task.op.is(OperationKind.CHOOSE, words).choices = n;
        x.step(task);
        return Integer.numberOfTrailingZeros(task.chosen);
    }

    public int number() {
        return task.number;
    }

    public void say(Supplier<String> words) {
        if (x.recorder != null) {
            x.recorder.say(task, words.get());
        }
    }

    public void held(Object target, int more) {
        task.holds(target, more);
        if (x.recorder != null) {
            x.recorder.lock(task, loc(target, LocationSlots.WHOLE), more > 0);
        }
    }

    public void optimistic(boolean on) {
        Steps.optimistic(x, task, on);
    }

    public void sameIdentityHashes(boolean same) {
        x.sameHashes = same;
    }

    public void mustNotWait(@Nullable String label) {
        task.mustNotWait = label;
    }

    public Thread thread() {
        return task.thread;
    }

    public void start(Thread thread) {
        Task unused = ThreadModel.start(x, task, thread, thread.getName(), VirtualThreads.body(thread));
    }

    /** A virtual thread for {@link #start}. */
    public static Thread virtualThread(Runnable body) {
        return VirtualThreads.make("", body);
    }

    /** Makes and starts a thread of a check; traces call it by the name, the thread itself has a neutral one. */
    public Thread spawn(String name, Runnable body, boolean virtual) {
        String neutral = DeterministicIds.actor();
        Thread thread = virtual ? VirtualThreads.make(neutral, body) : new ModelThread(body, neutral);
        ThreadModel.start(x, task, thread, name, body).spawned = true;
        return thread;
    }

    /** What traces call the caller's thread. */
    public String name() {
        return task.name;
    }

    public void join(Thread thread) {
        try {
            boolean unused = ThreadModel.join(x, task, thread, -1, false);
        } catch (InterruptedException e) {
            throw new AssertionError("not interruptible", e);
        }
    }

    public void interrupt(Thread thread) {
        ThreadModel.interrupt(x, task, thread);
    }

    public boolean interrupted() {
        return ThreadModel.interrupted(x, task, task.thread, true);
    }

    public void sleep(long nanos) {
        try {
            ThreadModel.sleep(x, task, nanos, false);
        } catch (InterruptedException e) {
            throw new AssertionError("not interruptible", e);
        }
    }

    public long nanoTime() {
        return x.time(task);
    }

    public long currentTimeMillis() {
        return VirtualClock.instant(x, task).toEpochMilli();
    }

    public void awaitQuiet() {
        task.op.is(OperationKind.QUIET, "waits until all others rest");
        x.step(task);
    }

    /** What can be told of other threads. */
    public ThreadInspector others() {
        return new ThreadInspector(x);
    }

    public ReachabilityGoals goals() {
        return x.goals;
    }

    /** A step that orders nothing in memory. Access as {@link Operation}'s. */
    public <T extends @Nullable Object> T relaxed(
            Object key, int slot, int access, OperationKind kind, Supplier<T> action) {
        MemoryLocation loc = loc(key, slot);
        Buffers.drain(task);
        task.op.is(kind, "").on(loc, access);
        if (access == Operation.READ && slot == LocationSlots.RELAXED) {
            Steps.look(x, task, loc);
        } else {
            x.step(task);
        }
        T result = Steps.alone(task, action);
        // Steps of a history say nothing about progress: a helper that retries makes them, too.
        if (access != Operation.READ && slot == LocationSlots.RELAXED) {
            x.changed(task, loc);
        }
        return result;
    }

    /** Waits on a relaxed key. */
    public <T extends @Nullable Object> T awaitRelaxed(
            Object key, String words, Enabledness guard, Supplier<T> action) {
        MemoryLocation loc = loc(key, LocationSlots.RELAXED);
        Buffers.drain(task);
        task.op.is(OperationKind.AWAIT, "").on(loc, Operation.WRITE).when(guard);
        task.op.waitsFor = words;
        x.step(task);
        T result = Steps.alone(task, action);
        x.changed(task, loc);
        return result;
    }

    public <T extends @Nullable Object> T atomically(Supplier<T> action) {
        Buffers.drain(task);
        task.op.is(OperationKind.ATOMIC, "").global = true;
        x.step(task);
        return Steps.alone(task, action);
    }

    public void note(String words) {
        if (x.recorder != null) {
            x.recorder.note(task, words);
        }
    }

    public void timeoutsAsChoices(boolean choices) {
        x.going.timeoutsAsChoices = choices;
    }

    public void spuriousWakeups(int most) {
        x.spuriousWakeups = most;
        x.tasks.forEach(each -> each.spuriousLeft = most);
    }

    public RuntimeException lose(String reason) {
        throw x.lose(reason);
    }
}
