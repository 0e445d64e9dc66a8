package bouncer.engine.model;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Operation;
import bouncer.engine.run.Steps;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** Life, interrupts, parking and sleep of model threads. */
public final class ThreadModel {
    private static final Enabledness NEVER = task -> false;

    private ThreadModel() {}

    /** The life of a task, from its first step to its last. */
    public static void live(Execution x, Task task) {
        try {
            task.body.run();
        } catch (Abort e) {
            throw e;
        } catch (Throwable e) {
            if (x.aborting()) {
                throw Abort.IT;
            }
            died(x, task, e);
        }
        Steps.neverValidated(x, task);
        Buffers.drain(task);
        task.op.is(OperationKind.END, "ends").on(task.life, Operation.WRITE);
        x.step(task);
        x.changed(task, task.life);
        HappensBefore.release(task.id, task.clock, task.life);
    }

    private static void died(Execution x, Task task, Throwable thrown) {
        task.thrown = thrown;
        Thread.UncaughtExceptionHandler handler = task.thread.getUncaughtExceptionHandler();
        if (task.id != 0 && !task.spawned && handler != null && handler != task.thread.getThreadGroup()) {
            handler.uncaughtException(task.thread, thrown);
        } else if (task.id == 0 || (!task.spawned && x.limits.threadDeathFails())) {
            x.evidence.thrown = thrown;
            throw x.stop(End.THREW, task);
        }
    }

    static @Nullable public Task find(Execution x, Thread thread) {
        for (Task task : x.tasks) {
            if (task.thread == thread) {
                return task;
            }
        }
        return null;
    }

    public static boolean lives(Execution x, Thread thread) {
        Task task = find(x, thread);
        return task != null && !task.ended;
    }

    public static Task start(Execution x, Task task, Thread thread, String name, Runnable body) {
        Buffers.drain(task);
        task.op.is(OperationKind.START, "starts").on(x.memory.at(thread, LocationSlots.LIFE), Operation.WRITE);
        x.step(task);
        if (find(x, thread) != null || thread.getState() != Thread.State.NEW) {
            throw new IllegalThreadStateException();
        }
        Task child = x.add(thread, name, body, task);
        child.clock.join(task.clock);
        child.clock.set(child.id, 1);
        child.time = task.time;
        task.clock.set(task.id, task.clock.get(task.id) + 1);
        x.changed(task, child.life);
        return child;
    }

    /** Says whether it has ended, rather than the time; nanos below 0 is for ever. */
    public static boolean join(Execution x, Task task, Thread thread, long nanos, boolean interruptible)
            throws InterruptedException {
        if (interruptible) {
            entry(x, task);
        }
        Task other = find(x, thread);
        if (other == null) {
            return true;
        }
        Buffers.drain(task);
        Operation op = task.op
                .is(OperationKind.JOIN, "joins")
                .on(other.life, Operation.READ)
                .when(t -> other.ended);
        if (interruptible) {
            op.on(task.interrupt, Operation.READ).interruptibly();
        }
        if (nanos >= 0) {
            op.until(later(x.time(task), nanos));
        }
        op.holder = () -> other.thread;
        op.waitsFor = "the end of " + other.name;
        x.step(task);
        x.progress(task);
        if (task.chosen == Operation.INTERRUPT) {
            throwIfInterrupted(x, task);
        }
        if (other.ended) {
            HappensBefore.acquire(task.clock, other.life);
        }
        return other.ended;
    }

    public static boolean alive(Execution x, Task task, Thread thread) {
        Slot life = new Slot(x, thread);
        task.op.is(OperationKind.READ, "looks whether it lives").on(life.loc, Operation.READ);
        Steps.look(x, task, life.loc);
        Task other = find(x, thread);
        if (other != null && other.ended) {
            HappensBefore.acquire(task.clock, life.loc);
        }
        return other != null && !other.ended;
    }

    private record Slot(bouncer.engine.memory.MemoryLocation loc) {
        Slot(Execution x, Thread thread) {
            this(x.memory.at(thread, LocationSlots.LIFE));
        }
    }

    public static void interrupt(Execution x, Task task, Thread thread) {
        Task other = find(x, thread);
        if (other == null) {
            return;
        }
        Buffers.drain(task);
        task.op.is(OperationKind.INTERRUPT, "interrupts " + other.name).on(other.interrupt, Operation.WRITE);
        x.step(task);
        HappensBefore.release(task.id, task.clock, other.interrupt);
        other.interrupted = true;
        x.changed(task, other.interrupt);
    }

    public static boolean interrupted(Execution x, Task task, Thread thread, boolean clear) {
        Task other = find(x, thread);
        if (other == null) {
            return false;
        }
        task.op
                .is(OperationKind.INTERRUPTED, "looks at the interrupt status of " + other.name)
                .on(other.interrupt, clear ? Operation.WRITE : Operation.READ);
        Steps.look(x, task, other.interrupt);
        boolean was = other.interrupted;
        if (was) {
            HappensBefore.acquire(task.clock, other.interrupt);
            if (clear) {
                other.interrupted = false;
                x.changed(task, other.interrupt);
            }
        }
        return was;
    }

    /** What every interruptible call does first. */
    public static void entry(Execution x, Task task) throws InterruptedException {
        task.op.is(OperationKind.INTERRUPTED, "looks at its interrupt status").on(task.interrupt, Operation.READ);
        x.step(task);
        throwIfInterrupted(x, task);
    }

    static void throwIfInterrupted(Execution x, Task task) throws InterruptedException {
        if (task.interrupted) {
            task.interrupted = false;
            HappensBefore.acquire(task.clock, task.interrupt);
            throw new InterruptedException();
        }
    }

    /** Parks; nanos below 0 is for ever. No happens-before from unpark: the specification promises none. */
    public static void park(Execution x, Task task, long nanos) {
        Buffers.drain(task);
        Operation op = task.op
                .is(OperationKind.PARK, "parks")
                .on(task.permit, Operation.WRITE)
                .on(task.interrupt, Operation.READ)
                .when(t -> t.parkable || t.interrupted);
        if (nanos >= 0) {
            op.until(later(x.time(task), nanos));
        }
        op.spurious = true;
        op.waitsFor = "an unpark";
        x.step(task);
        if (task.chosen == Operation.SPURIOUS) {
            task.spuriousLeft--;
        }
        task.parkable = false;
        x.progress(task);
    }

    /** Parks until a time that is over: takes the permit if there is one, and else is a look at it, as in a loop that spins. */
    public static void parkNot(Execution x, Task task) {
        task.op.is(OperationKind.PARK, "parks until a time that is over").on(task.permit, Operation.READ);
        Steps.look(x, task, task.permit);
        if (task.parkable) {
            task.parkable = false;
            x.touched(task.permit, Operation.WRITE);
            x.progress(task);
        } else {
            Steps.hint(x, task);
        }
    }

    public static void unpark(Execution x, Task task, @Nullable Thread thread) {
        Task other = thread == null ? null : find(x, thread);
        if (other == null) {
            return;
        }
        Buffers.drain(task);
        task.op.is(OperationKind.UNPARK, "unparks " + other.name).on(other.permit, Operation.WRITE);
        x.step(task);
        other.parkable = true;
        x.changed(task, other.permit);
    }

    public static void sleep(Execution x, Task task, long nanos, boolean interruptible) throws InterruptedException {
        if (interruptible) {
            entry(x, task);
        }
        Buffers.drain(task);
        Operation op = task.op.is(OperationKind.SLEEP, "sleeps").when(NEVER).until(later(x.time(task), nanos));
        if (interruptible) {
            op.on(task.interrupt, Operation.READ).interruptibly();
        }
        op.waitsFor = "time to pass";
        x.step(task);
        if (task.chosen == Operation.INTERRUPT) {
            throwIfInterrupted(x, task);
        }
    }

    public static long later(long now, long nanos) {
        long sum = now + nanos;
        // Overflow: practically for ever, though it is still a timed wait.
        return nanos > 0 && sum < now ? Long.MAX_VALUE : sum;
    }
}
