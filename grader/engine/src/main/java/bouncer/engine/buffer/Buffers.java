package bouncer.engine.buffer;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Steps;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store buffers of one execution. A thread that runs sees its own stores: memory is made to show them while it does, and
 * what all see otherwise. Nothing of it costs anything before the first store that is weaker than volatile.
 */
public final class Buffers {
    private final Execution x;
    private final int each;
    private @Nullable StoreBuffer shown;
    private int lanes;

    /**
     * Of one execution.
     *
     * @param lanes how many each thread has: numbers of tasks must not depend on who stores first
     */
    public Buffers(Execution x, int lanes) {
        this.x = x;
        each = lanes;
    }

    /** How many tasks are lanes. */
    public int lanes() {
        return lanes;
    }

    /** A thread was started; it has no store buffer if there would be too many tasks. */
    public void started(Task task, int most) {
        if (each > 0 && x.tasks.size() + each <= most) {
            task.stores = new StoreBuffer(x, task, each);
        }
    }

    /** A task that makes its owner's stores visible. */
    void add(FlushQueue lane) {
        x.tasks.add(lane.task);
        x.route.started(lane.owner);
        lanes++;
    }

    /** Memory shows what all see. */
    public void hide() {
        if (shown != null) {
            shown.hide();
            shown = null;
        }
    }

    /** Memory shows what the task sees, which is about to run. */
    public void show(@Nullable Task task) {
        if (task != null && task.stores != null && !task.stores.isEmpty()) {
            shown = task.stores;
            shown.show();
        }
    }

    /** A lane takes its step. */
    public void step(FlushQueue lane) {
        BufferedStore store = lane.step();
        if (store != null) {
            java.util.Objects.requireNonNull(lane.owner.stores).seen(store);
            x.route.turn(lane.owner);
        }
    }

    /** All that the task stored is seen by the others before it goes on. */
    public static void drain(Task task) {
        StoreBuffer stores = task.stores;
        if (stores != null && stores.isDirty()) {
            stores.drain();
        }
    }

    /** An update is made: on most machines all stores are seen before it; where the mode doesn't demand that, orders are left out. */
    public static void drain(Execution x, Task task, int mode) {
        StoreBuffer stores = task.stores;
        if (stores != null && stores.isDirty()) {
            x.marks.weak |= mode < 3;
            stores.drain();
        }
    }

    /** The step under way changed something after all that the task stored. */
    public static void flush(Task task) {
        StoreBuffer stores = task.stores;
        if (stores != null && stores.isDirty()) {
            stores.flush();
        }
    }

    /** A whole store of a model's variable. */
    public static void store(
            Execution x, Task task, MemoryLocation loc, int mode, String call, Cell variable, @Nullable Object next) {
        x.points++;
        task.opaque = mode == 1;
        BufferedStore store = x.buffers.begin(task, loc, mode, () -> variable);
        if (store == null) {
            Steps.announce(x, task, loc, OperationKind.WRITE, call, Operation.WRITE);
        }
        variable.set(next);
        if (store != null) {
            x.buffers.end(task, store);
        } else {
            Steps.wrote(x, task, loc, mode, false);
        }
        if (x.recorder != null) {
            x.recorder.stored(task, loc, call, next, store);
        }
    }

    /** What follows a release or store-store fence. */
    public static void fence(Task task) {
        if (task.stores != null) {
            task.stores.fence();
        }
    }

    /**
     * The task is about to store in a mode weaker than volatile; to call before memory changes. Null if all see that at once: when
     * the task is alone, or within a step.
     */
    @Nullable
    public BufferedStore begin(Task task, MemoryLocation loc, int mode, Supplier<Cell> cell) {
        StoreBuffer stores = task.stores;
        if (task.atomic > 0) {
            flush(task);
            return null;
        }
        if (x.tasks() == 1) {
            return null;
        }
        if (stores == null) {
            x.marks.weak = true;
            return null;
        }
        if (stores.isFull()) {
            x.marks.weak = true;
            stores.drain();
        }
        return new BufferedStore(x, loc, cell.get(), mode == 2);
    }

    /** The store was made; memory shows it. */
    public void end(Task task, BufferedStore store) {
        MemoryLocation loc = store.loc;
        store.value = store.cell.get();
        Steps.stores(x, task, loc, !store.release);
        store.gives = store.release ? HappensBefore.gives(task.id, task.clock) : null;
        x.outlives(loc);
        x.progress(task);
        StoreBuffer stores = java.util.Objects.requireNonNull(task.stores);
        stores.add(store);
        shown = stores;
    }
}
