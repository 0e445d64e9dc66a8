package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;

/** The interrupts of one model thread: its own status, and that of threads that it interrupts. */
public final class Interrupts {
    private final Task task;

    Interrupts(Task task) {
        this.task = task;
    }

    /** Interrupts a thread; a step, unless the thread is unknown. */
    public void interrupt(Thread thread) {
        Task other = task.execution().actors().find(thread);
        if (other == null) {
            return;
        }
        Execution execution = task.execution();
        MemoryLocation location = other.interruptLocation();
        task.stores().drain();
        task.operation()
                .is(OperationKind.INTERRUPT, "interrupts " + other.name())
                .on(location, AccessKind.WRITE);
        execution.step(task);
        HappensBefore.release(task.id(), task.clock(), location);
        other.setInterrupted(true);
        execution.changed(task, location);
    }

    /** Reads the interrupt status of a thread, and clears it if asked to; a step. */
    public boolean read(Thread thread, boolean clear) {
        Task other = task.execution().actors().find(thread);
        if (other == null) {
            return false;
        }
        MemoryLocation location = other.interruptLocation();
        task.operation()
                .is(OperationKind.INTERRUPTED, "looks at the interrupt status of " + other.name())
                .on(location, clear ? AccessKind.WRITE : AccessKind.READ);
        task.steps().look(location);
        boolean was = other.isInterrupted();
        if (was) {
            HappensBefore.acquire(task.clock(), location);
            if (clear) {
                other.setInterrupted(false);
                task.execution().changed(task, location);
            }
        }
        return was;
    }

    /**
     * The entry of interruptible calls: reads the thread's own interrupt status in a step, and throws and clears it if
     * it is set.
     */
    public void throwOnEntry() throws InterruptedException {
        task.operation()
                .is(OperationKind.INTERRUPTED, "looks at its interrupt status")
                .on(task.interruptLocation(), AccessKind.READ);
        task.execution().step(task);
        throwIfInterrupted();
    }

    /** As {@link #throwOnEntry}, but returns whether the status was set. */
    public boolean takeOnEntry() {
        try {
            throwOnEntry();
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Takes the thread's own interrupt status, if it is set; no step. */
    void throwIfInterrupted() throws InterruptedException {
        if (task.isInterrupted()) {
            take();
            throw new InterruptedException();
        }
    }

    /** Takes the thread's own interrupt status, which is set; no step. */
    public void take() {
        task.setInterrupted(false);
        HappensBefore.acquire(task.clock(), task.interruptLocation());
    }
}
