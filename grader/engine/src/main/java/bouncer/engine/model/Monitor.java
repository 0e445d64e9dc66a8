package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monitor of one object: its owner, how often that has entered it, and its wait set. As a condition, it holds while
 * it is free.
 */
final class Monitor implements Enabledness {
    /** A choice has at most so many alternatives. */
    private static final int MOST_ALTERNATIVES = 30;

    private final MemoryLocation lock;
    private final MemoryLocation waitSet;
    private final List<Task> waiting = new ArrayList<>(2);
    private @Nullable Task owner;
    private int depth;

    Monitor(MemoryLocation lock, MemoryLocation waitSet) {
        this.lock = lock;
        this.waitSet = waitSet;
    }

    MemoryLocation lock() {
        return lock;
    }

    MemoryLocation waitSet() {
        return waitSet;
    }

    /** Threads in its wait set, in the order in which they came. */
    List<Task> waiting() {
        return waiting;
    }

    boolean isOwnedBy(Task task) {
        return owner == task;
    }

    boolean isFree() {
        return owner == null;
    }

    /** A thread owns it, having entered it so often. */
    void own(Task task, int entered) {
        owner = task;
        depth = entered;
    }

    void free() {
        owner = null;
        depth = 0;
    }

    int depth() {
        return depth;
    }

    void deeper() {
        depth++;
    }

    void shallower() {
        depth--;
    }

    @Override
    public boolean holds() {
        return owner == null;
    }

    @Override
    public @Nullable Thread holder() {
        return owner == null ? null : owner.thread();
    }

    /** Completes a notify: each waiter that it may wake is an alternative. */
    void findWoken(PendingOperation notify) {
        findWaiters(notify);
        notify.amongst(Math.min(MOST_ALTERNATIVES, Math.max(1, waiting.size())));
    }

    /**
     * Completes a notifyAll or notify: a waiter that it wakes can't leave by an interrupt any more, so the order of
     * those matters.
     */
    void findWaiters(PendingOperation notify) {
        notify.keepFirstLocation();
        for (Task waiter : waiting) {
            notify.on(waiter.interruptLocation(), AccessKind.READ);
        }
    }
}
