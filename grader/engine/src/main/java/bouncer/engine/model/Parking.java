package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.VirtualTime;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The park, unpark and sleep operations of one model thread. Unpark gives no happens-before, as its specification
 * promises none.
 */
public final class Parking {
    private final ModelTask task;
    private final Enabledness unparked;
    private @Nullable Object blocker;

    Parking(ModelTask task) {
        this.task = task;
        unparked = () -> task.hasPermit() || task.isInterrupted();
    }

    /** Sets what the thread is about to park on, for those that ask; null for nothing. */
    public void setBlocker(@Nullable Object on) {
        blocker = on;
    }

    /** Returns what another thread is parked on, or waits for in a model of the library; null if it is neither. */
    public @Nullable Object blockerOf(Thread thread) {
        ModelTask other = task.other(thread);
        if (other == null) {
            return null;
        }
        return task.steps()
                .observe(
                        List.of("blocker", other.id()),
                        "asks what a thread is parked on",
                        () -> other.parking().currentBlocker());
    }

    private @Nullable Object currentBlocker() {
        PendingOperation op = task.operation();
        boolean waits = op.kind() == OperationKind.AWAIT && op.size() > 0 && task.isWaiting();
        return waits ? op.location(0).owner : task.hasEnded() ? null : blocker;
    }

    /** Parks for so many nanoseconds; below 0 there is no limit. */
    public void park(long nanos) {
        task.stores().drain();
        PendingOperation op = task.operation()
                .is(OperationKind.PARK, "parks")
                .on(task.permitLocation(), AccessKind.WRITE)
                .on(task.interruptLocation(), AccessKind.READ)
                .when(unparked)
                .waitsFor("an unpark");
        if (nanos >= 0) {
            op.until(VirtualTime.later(task.execution().enabled().time(task), nanos));
        }
        op.makeSpurious();
        task.execution().step(task);
        task.countSpurious();
        task.setPermit(false);
        task.execution().progress(task);
    }

    /**
     * Parks until a time that is over: takes the permit if there is one; otherwise it is a look at it, as in a spin
     * loop.
     */
    public void parkNot() {
        task.operation()
                .is(OperationKind.PARK, "parks until a time that is over")
                .on(task.permitLocation(), AccessKind.READ);
        task.steps().look(task.permitLocation());
        if (task.hasPermit()) {
            task.setPermit(false);
            task.execution().lateAccess(task.permitLocation(), AccessKind.WRITE);
            task.execution().progress(task);
        } else {
            task.steps().hint();
        }
    }

    /** Gives a thread its permit; a step, unless it is null or unknown. */
    public void unpark(@Nullable Thread thread) {
        ModelTask other = thread == null ? null : task.other(thread);
        if (other == null) {
            return;
        }
        Execution execution = task.execution();
        task.stores().drain();
        task.operation()
                .is(OperationKind.UNPARK, "unparks " + other.name())
                .on(other.permitLocation(), AccessKind.WRITE);
        execution.step(task);
        other.setPermit(true);
        execution.changed(task, other.permitLocation());
    }

    /**
     * Sleeps for so many nanoseconds of virtual time. A sleep of the program, which is interruptible, orders nothing:
     * other threads may be slower than it is long. A thread that polls, reading the same between its sleeps, sleeps
     * until something that it read has changed or no other thread can run.
     */
    public void sleep(long nanos, boolean interruptible) throws InterruptedException {
        if (interruptible) {
            task.interrupts().throwOnEntry();
        }
        task.stores().drain();
        boolean polls = interruptible && !task.isAtomic() && task.spin().sleeps();
        PendingOperation op = task.operation()
                .is(OperationKind.SLEEP, "sleeps")
                .when(polls ? task.spin() : Enabledness.NEVER)
                .until(VirtualTime.later(task.execution().enabled().time(task), nanos))
                .waitsFor("time to pass");
        if (interruptible) {
            op.on(task.interruptLocation(), AccessKind.READ).interruptibly();
        }
        if (polls) {
            task.spin().touch(op);
        } else if (interruptible) {
            op.freely();
        }
        task.execution().step(task);
        if (task.took(Branch.INTERRUPT)) {
            task.interrupts().throwIfInterrupted();
        }
    }

    /** Waits until so many nanoseconds of virtual time have passed for all threads, which they do when no thread runs. */
    public void pass(long nanos) {
        task.stores().drain();
        task.operation()
                .is(OperationKind.SLEEP, "lets time pass")
                .when(Enabledness.NEVER)
                .until(VirtualTime.later(task.execution().enabled().time(task), nanos))
                .punctually()
                .waitsFor("time to pass");
        task.execution().step(task);
    }

    /** As {@link #sleep(long, boolean)}, not interruptible. */
    public void sleep(long nanos) {
        try {
            sleep(nanos, false);
        } catch (InterruptedException e) {
            throw new AssertionError("not interruptible", e);
        }
    }
}
