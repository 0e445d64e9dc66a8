package bouncer.engine.model;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.Task;
import bouncer.engine.run.VirtualTime;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;

/**
 * The monitor operations of one model thread: enter, exit, wait and notify as in the Java Language Specification 17.1
 * and 17.2. Leaving is no step of its own: it commutes with all that others can do before the next step of the same
 * thread.
 */
public final class Monitors {
    private static final String LOCKS_AGAIN = "locks again";

    private final Task task;

    Monitors(Task task) {
        this.task = task;
    }

    private Monitor of(Object object) {
        Memory memory = task.execution().memory();
        Memory.Parts parts = memory.of(object);
        Monitor known = (Monitor) parts.monitor;
        if (known == null) {
            known = new Monitor(memory.at(object, LocationSlots.MONITOR), memory.at(object, LocationSlots.WAIT_SET));
            parts.monitor = known;
        }
        return known;
    }

    /** Enters the monitor of an object; a step unless the thread owns it. */
    public void enter(Object object) {
        Monitor monitor = of(object);
        if (monitor.isOwnedBy(task)) {
            monitor.deeper();
            return;
        }
        Execution execution = task.execution();
        task.stores().drain();
        task.operation()
                .is(OperationKind.ENTER, "locks")
                .on(monitor.lock(), AccessKind.WRITE)
                .when(monitor);
        if (!(task.spin().stutters(monitor.lock()) && monitor.isFree())) {
            execution.step(task);
        }
        own(monitor, 1);
        execution.observers().contended(task, monitor.lock());
        if (execution.actors().isBlockingForbidden()) {
            holdVisibly(monitor);
        }
        task.spin().looked(monitor.lock());
    }

    /**
     * The operations under a monitor may all be no steps, nor is leaving it, so that no other thread would block on it
     * in any interleaving. If some thread must not block, holding a monitor is a step.
     */
    private void holdVisibly(Monitor monitor) {
        task.operation().is(OperationKind.MARK, "").on(monitor.lock(), AccessKind.WRITE);
        task.execution().step(task);
    }

    private void own(Monitor monitor, int depth) {
        task.fences().full();
        monitor.own(task, depth);
        HappensBefore.acquire(task.clock(), monitor.lock());
    }

    /**
     * Leaves the monitor of an object.
     *
     * @throws IllegalMonitorStateException if the thread does not own it
     */
    public void exit(Object object) {
        if (task.execution().aborting()) {
            return;
        }
        Monitor monitor = of(object);
        mustOwn(monitor);
        if (monitor.depth() == 1) {
            if (task.mayBeHeld()) {
                // The last moment at which the thread has the monitor.
                task.operation().is(OperationKind.MARK, "leaves");
                task.execution().step(task);
            }
            task.stores().drain();
            leave(monitor);
        } else {
            monitor.shallower();
        }
    }

    private void leave(Monitor monitor) {
        monitor.free();
        HappensBefore.release(task.id(), task.clock(), monitor.lock());
        monitor.lock().time = Math.max(monitor.lock().time, task.time());
        task.execution().lateAccess(monitor.lock(), AccessKind.RELEASE);
        task.execution().listener().unlocked(task, monitor.lock());
    }

    private void mustOwn(Monitor monitor) {
        if (!monitor.isOwnedBy(task)) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }

    /** Returns true if the thread owns the monitor of an object. */
    public boolean holds(Object object) {
        return of(object).isOwnedBy(task);
    }

    /** Waits for a notify; a number of nanoseconds of 0 has no limit. */
    public void await(Object object, long nanos) throws InterruptedException {
        Execution execution = task.execution();
        Monitor monitor = of(object);
        mustOwn(monitor);
        task.stores().drain();
        task.operation()
                .is(OperationKind.WAIT, "waits")
                .on(task.interruptLocation(), AccessKind.READ)
                .on(monitor.waitSet(), AccessKind.WRITE);
        execution.step(task);
        if (task.isInterrupted()) {
            takeInterrupt();
            throw new InterruptedException();
        }
        execution.progress(task);
        int depth = monitor.depth();
        leave(monitor);
        monitor.waiting().add(task);
        boolean interrupted = awaitNotify(monitor, nanos);
        own(monitor, depth);
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    /** Waits in the wait set, then for the monitor; returns whether an interrupt ended the wait. */
    private boolean awaitNotify(Monitor monitor, long nanos) {
        PendingOperation op = task.operation()
                .is(OperationKind.WAITING, "is woken")
                .on(monitor.waitSet(), AccessKind.WRITE)
                .on(task.interruptLocation(), AccessKind.READ)
                .when(Enabledness.NEVER)
                .interruptibly();
        if (nanos > 0) {
            op.until(VirtualTime.later(task.execution().enabled().time(task), nanos));
        }
        op.makeSpurious();
        task.execution().step(task);
        if (op.kind() != OperationKind.WAITING) {
            return false; // a notify has made it enter the monitor again
        }
        monitor.waiting().remove(task);
        task.countSpurious();
        boolean interrupted = task.took(Branch.INTERRUPT);
        if (interrupted) {
            takeInterrupt();
        }
        op.is(OperationKind.ENTER, LOCKS_AGAIN)
                .on(monitor.lock(), AccessKind.WRITE)
                .when(monitor);
        task.execution().step(task);
        return interrupted;
    }

    private void takeInterrupt() {
        task.setInterrupted(false);
        HappensBefore.acquire(task.clock(), task.interruptLocation());
    }

    /** Wakes one waiter, each of them in some execution, or all. */
    public void signal(Object object, boolean all) {
        Execution execution = task.execution();
        Monitor monitor = of(object);
        mustOwn(monitor);
        task.operation()
                .is(OperationKind.NOTIFY, all ? "notifyAll" : "notify")
                .on(monitor.waitSet(), AccessKind.WRITE)
                .late(all ? monitor::findWaiters : monitor::findWoken);
        execution.step(task);
        if (monitor.waiting().isEmpty()) {
            return;
        }
        if (all) {
            for (Task waiter : monitor.waiting()) {
                wake(monitor, waiter);
            }
            monitor.waiting().clear();
        } else {
            wake(monitor, monitor.waiting().remove(task.branch()));
        }
        execution.changed(task, monitor.waitSet());
    }

    /** A waiter with a deadline may get the monitor back only when that has passed. */
    private static void wake(Monitor monitor, Task waiter) {
        PendingOperation op = waiter.operation();
        boolean timed = op.isTimed();
        op.is(OperationKind.ENTER, LOCKS_AGAIN)
                .on(monitor.lock(), AccessKind.WRITE)
                .when(monitor);
        if (timed) {
            op.dueAt(op.deadline());
        }
    }
}
