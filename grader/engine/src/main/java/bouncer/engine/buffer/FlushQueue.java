package bouncer.engine.buffer;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A queue of stores that become visible one after the other, each by two steps of a task of its own (Zhang, Kusano and Wang, "Dynamic
 * partial order reduction for relaxed memory models", PLDI 2015): the first waits until it is the store's turn, the second
 * changes memory. They are two because what the second races with may have come before the store.
 */
public final class FlushQueue {
    /** What has no thread to run on. */
    private static final Thread NOBODY = new Thread("store buffer");

    final Task owner;
    /** Takes the steps; it has ended while there is nothing to do. */
    final Task task;

    private final Deque<BufferedStore> queue = new ArrayDeque<>();
    /** What was in it becomes visible by a step of its owner. */
    final MemoryLocation itself;

    /** The store that came in last, seen or not. */
    @Nullable
    BufferedStore last;

    FlushQueue(Execution x, Task owner) {
        this.owner = owner;
        task = new Task(x.tasks.size(), NOBODY, owner.name + "'s store buffer", () -> {}, x);
        itself = x.memory.at(this, LocationSlots.STORE);
        task.lane = this;
        task.ended = true;
    }

    void add(BufferedStore store) {
        queue.add(store);
        last = store;
        task.time = Math.max(task.time, owner.time);
        if (queue.size() == 1) {
            waitForTurn();
        }
    }

    private void waitForTurn() {
        BufferedStore first = queue.peek();
        task.ended = first == null;
        if (first != null) {
            Operation op = task.op
                    .is(OperationKind.BEGIN, "begins")
                    .on(itself, Operation.READ)
                    .on(first.itself, Operation.READ);
            for (BufferedStore earlier : first.after) {
                op.on(earlier.itself, Operation.READ);
            }
            op.when(t -> first.mayBeSeen());
        }
    }

    /** Takes the step that is due; answers the store that has become visible by it, if one has. */
    @Nullable
    BufferedStore step() {
        BufferedStore first = queue.peek();
        if (first == null) {
            task.ended = true;
            return null;
        }
        if (task.op.kind == OperationKind.BEGIN) {
            task.op.is(OperationKind.FLUSH, "").on(first.loc, Operation.WRITE).on(itself, Operation.WRITE);
            return null;
        }
        queue.remove();
        waitForTurn();
        return first;
    }

    /**
     * All that is in it has become visible by a step of its owner. One step is left, which does nothing: a search that sees it conflict
     * with the owner's tries what this task was about to do before that.
     */
    void clear() {
        queue.clear();
        if (!task.ended) {
            task.op.is(OperationKind.BEGIN, "begins").on(itself, Operation.READ);
        }
    }
}
