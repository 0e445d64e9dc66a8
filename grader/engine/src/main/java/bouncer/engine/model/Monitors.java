package bouncer.engine.model;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;

/**
 * The modelled monitor of every object: enter, exit, wait and notify as the Java Language Specification 17.1 and 17.2 has
 * them. Leaving is no step of its own: it commutes with all that others can do before the next step of the same thread.
 */
public final class Monitors {
    private static final Enabledness NEVER = task -> false;

    private Monitors() {}

    static Monitor of(Execution x, Object object) {
        Memory.Parts parts = x.memory.of(object);
        Monitor known = (Monitor) parts.monitor;
        if (known == null) {
            known = new Monitor(
                    object, x.memory.at(object, LocationSlots.MONITOR), x.memory.at(object, LocationSlots.WAIT_SET));
            parts.monitor = known;
        }
        return known;
    }

    public static void enter(Execution x, Task task, Object object) {
        Monitor monitor = of(x, object);
        if (monitor.owner == task) {
            monitor.depth++;
            return;
        }
        Buffers.drain(task);
        task.op
                .is(OperationKind.ENTER, "locks")
                .on(monitor.lock, Operation.WRITE)
                .when(monitor);
        if (!(task.spin.stutters(monitor.lock) && monitor.owner == null)) {
            x.step(task);
        }
        take(task, monitor, 1);
        x.goals.hadTurn(task, monitor.lock);
        hold(x, task, monitor);
        task.spin.looked(monitor.lock);
    }

    /**
     * What is done under a monitor may be no step, nor is leaving it: nobody would ever be seen waiting for it. Where somebody
     * must not wait, holding it is a step.
     */
    private static void hold(Execution x, Task task, Monitor monitor) {
        if (x.tasks.stream().anyMatch(each -> each.mustNotWait != null)) {
            task.op.is(OperationKind.MARK, "").on(monitor.lock, Operation.WRITE);
            x.step(task);
        }
    }

    private static void take(Task task, Monitor monitor, int depth) {
        task.fences.full();
        monitor.owner = task;
        monitor.depth = depth;
        HappensBefore.acquire(task.clock, monitor.lock);
    }

    public static void exit(Execution x, Task task, Object object) {
        if (x.aborting()) {
            return;
        }
        Monitor monitor = of(x, object);
        mustOwn(monitor, task);
        if (monitor.depth == 1) {
            Buffers.drain(task);
        }
        if (--monitor.depth == 0) {
            leave(x, task, monitor);
        }
    }

    private static void leave(Execution x, Task task, Monitor monitor) {
        monitor.owner = null;
        HappensBefore.release(task.id, task.clock, monitor.lock);
        monitor.lock.time = Math.max(monitor.lock.time, task.time);
        x.touched(monitor.lock, Operation.RELEASE);
        if (x.recorder != null) {
            x.recorder.unlocked(x, task, monitor);
        }
    }

    private static void mustOwn(Monitor monitor, Task task) {
        if (monitor.owner != task) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
    }

    public static boolean holds(Execution x, Task task, Object object) {
        return of(x, object).owner == task;
    }

    /** Waits; nanos 0 is for ever. */
    public static void await(Execution x, Task task, Object object, long nanos) throws InterruptedException {
        Monitor monitor = of(x, object);
        mustOwn(monitor, task);
        Buffers.drain(task);
        task.op
                .is(OperationKind.WAIT, "waits")
                .on(task.interrupt, Operation.READ)
                .on(monitor.waitSet, Operation.WRITE);
        x.step(task);
        ThreadModel.throwIfInterrupted(x, task);
        x.progress(task);
        int depth = monitor.depth;
        leave(x, task, monitor);
        monitor.waiting.add(task);
        task.waitsIn = monitor;
        Operation op = task.op
                .is(OperationKind.WAITING, "is woken")
                .on(monitor.waitSet, Operation.WRITE)
                .on(task.interrupt, Operation.READ)
                .when(NEVER)
                .interruptibly();
        if (nanos > 0) {
            op.until(ThreadModel.later(x.time(task), nanos));
        }
        op.spurious = true;
        x.step(task);
        boolean interrupted = false;
        if (op.kind == OperationKind.WAITING) {
            monitor.waiting.remove(task);
            if (task.chosen == Operation.SPURIOUS) {
                task.spuriousLeft--;
            }
            if (task.chosen == Operation.INTERRUPT) {
                interrupted = true;
                task.interrupted = false;
                HappensBefore.acquire(task.clock, task.interrupt);
            }
            op.is(OperationKind.ENTER, "locks again")
                    .on(monitor.lock, Operation.WRITE)
                    .when(monitor);
            x.step(task);
        }
        task.waitsIn = null;
        take(task, monitor, depth);
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    public static void signal(Execution x, Task task, Object object, boolean all) {
        Monitor monitor = of(x, object);
        mustOwn(monitor, task);
        Operation op =
                task.op.is(OperationKind.NOTIFY, all ? "notifyAll" : "notify").on(monitor.waitSet, Operation.WRITE);
        op.notifies = monitor;
        op.all = all;
        x.step(task);
        if (monitor.waiting.isEmpty()) {
            return;
        }
        if (all) {
            for (Task waiter : monitor.waiting) {
                wake(monitor, waiter);
            }
            monitor.waiting.clear();
        } else {
            wake(monitor, monitor.waiting.remove(Integer.numberOfTrailingZeros(task.chosen)));
        }
        x.changed(task, monitor.waitSet);
    }

    /** A waiter with a deadline may get the monitor back only when that has passed. */
    private static void wake(Monitor monitor, Task waiter) {
        boolean timed = waiter.op.timed;
        Operation op = waiter.op
                .is(OperationKind.ENTER, "locks again")
                .on(monitor.lock, Operation.WRITE)
                .when(monitor);
        if (timed) {
            op.dueAt(op.deadline);
        }
    }
}
