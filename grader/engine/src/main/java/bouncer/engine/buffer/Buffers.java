package bouncer.engine.buffer;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.DporScheduler;
import bouncer.engine.schedule.OperationKind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores in modes weaker than volatile: opaque and release. While a thread runs, memory shows its own stores, otherwise
 * what all threads see. There is no cost before the first such store. Stateless.
 */
public final class Buffers {
    private Buffers() {}

    /**
     * Gives a thread that was just added a store buffer, unless there would be too many actors.
     *
     * @param flushers the number of flushers of the thread; 0 for no store buffer. It is the same for all threads, so
     *     that the ids of actors do not depend on which thread stores first
     */
    public static void started(Task task, int flushers) {
        Execution execution = task.execution();
        if (flushers > 0 && execution.actors().size() + flushers <= DporScheduler.MOST_TASKS) {
            task.storesInto(new StoreBuffer(execution, task, flushers));
        }
    }

    /** Stores into a variable of a library model. */
    public static void store(
            Task task, MemoryLocation location, MemoryMode mode, String method, Cell variable, @Nullable Object value) {
        BufferedStore store = begin(task, location, mode, () -> variable);
        if (store == null) {
            task.steps().announce(location, OperationKind.WRITE, method, AccessKind.WRITE, false);
        }
        variable.set(value);
        if (store == null) {
            task.steps().wrote(location, mode, false);
        } else {
            end(task, store);
        }
        task.execution().listener().stored(task, location, method, value, store);
    }

    /**
     * Begins a store. Must be called before memory changes.
     *
     * @return the store, or null if it is visible to all threads at once: if there is one thread only, or within a step
     */
    public static @Nullable BufferedStore begin(
            Task task, MemoryLocation location, MemoryMode mode, Supplier<Cell> cell) {
        Execution execution = task.execution();
        if (task.isAtomic()) {
            task.stores().flush();
            return null;
        }
        if (execution.actors().threads() == 1) {
            return null;
        }
        if (task.stores() instanceof StoreBuffer buffer) {
            return buffer.begin(location, mode, cell);
        }
        execution.result().incompleteness().weakOrder();
        return null;
    }

    /** Ends a store, which memory now shows. */
    public static void end(Task task, BufferedStore store) {
        if (task.stores() instanceof StoreBuffer buffer) {
            buffer.end(store);
        }
    }
}
