package bouncer.engine.buffer;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Actor;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Makes stores of one thread visible, one after the other, each by two steps (Zhang, Kusano and Wang, "Dynamic partial
 * order reduction for relaxed memory models", PLDI 2015): the first waits until the store may be flushed, the second
 * changes memory. They are two because the second may race with a step that came before the store. It has ended while
 * its queue is empty.
 */
final class Flusher extends Actor {
    private final Task owner;
    private final StoreBuffer buffer;
    private final Deque<BufferedStore> queue = new ArrayDeque<>();
    private final MemoryLocation itself;
    private final Enabledness mayFlush = this::mayFlush;
    private @Nullable BufferedStore last;

    Flusher(Execution execution, Task owner, StoreBuffer buffer) {
        super(execution.actors().size(), owner.name() + "'s store buffer");
        this.owner = owner;
        this.buffer = buffer;
        itself = execution.memory().at(this, LocationSlots.STORE);
        setEnded(true);
    }

    /** Returns the location that represents the queue: the owner may flush it within a step of its own. */
    MemoryLocation itself() {
        return itself;
    }

    /** Returns the store that came in last since the owner drained, flushed or not; or null. */
    @Nullable
    BufferedStore last() {
        return last;
    }

    void forgetLast() {
        last = null;
    }

    void add(BufferedStore store) {
        queue.add(store);
        last = store;
        reaches(owner.time());
        if (queue.size() == 1) {
            waitForTurn();
        }
    }

    private void waitForTurn() {
        BufferedStore first = queue.peek();
        setEnded(first == null);
        if (first != null) {
            operation()
                    .is(OperationKind.BEGIN, "begins")
                    .on(itself, AccessKind.READ)
                    .on(first.itself(), AccessKind.READ)
                    .when(mayFlush);
            for (BufferedStore earlier : first.after()) {
                operation().on(earlier.itself(), AccessKind.READ);
            }
        }
    }

    private boolean mayFlush() {
        BufferedStore first = queue.peek();
        return first == null || first.mayBeFlushed();
    }

    @Override
    protected boolean stepsByItself() {
        BufferedStore first = queue.peek();
        if (first == null) {
            setEnded(true);
        } else if (operation().kind() == OperationKind.BEGIN) {
            operation()
                    .is(OperationKind.FLUSH, "")
                    .on(first.location(), AccessKind.WRITE)
                    .on(itself, AccessKind.WRITE);
        } else {
            queue.remove();
            waitForTurn();
            buffer.flush(first);
        }
        return true;
    }

    /**
     * Clears the queue after a step of the owner made all of it visible. One step without an effect is left, so that a
     * search finds its conflict with the owner's step and also tries this flusher first.
     */
    void clear() {
        queue.clear();
        if (!hasEnded()) {
            operation().is(OperationKind.BEGIN, "begins").on(itself, AccessKind.READ);
        }
    }
}
