package bouncer.engine.model;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.run.Abort;
import bouncer.engine.run.Enabledness;
import bouncer.engine.run.End;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Life;
import bouncer.engine.run.PendingOperation;
import bouncer.engine.run.VirtualTime;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of one model thread from its first to its last step, and how it starts and joins others.
 */
public final class Lifecycle implements Life {
    /** In place of a number of nanoseconds: no limit. */
    public static final long FOREVER = -1;

    private static final int MOST_CAUSES = 20;

    private final Execution execution;
    private final Runnable body;
    private final boolean spawned;
    private final int flushers;
    private final ModelTask task;
    private @Nullable Service service;

    private Lifecycle(Execution execution, Thread thread, String name, Runnable body, boolean spawned, int flushers) {
        this.execution = execution;
        this.body = body;
        this.spawned = spawned;
        this.flushers = flushers;
        task = new ModelTask(
                execution,
                thread,
                name.isEmpty() ? "virtual-" + execution.actors().threads() : name,
                this);
    }

    /**
     * Adds the main thread to an execution.
     *
     * @param thread one that is not started, and stands for it
     * @param flushers the flushers of each thread's store buffer; see {@link Buffers#started}
     */
    public static void main(Execution execution, Thread thread, Runnable body, int flushers) {
        new Lifecycle(execution, thread, thread.getName(), body, false, flushers).begin(null);
    }

    private void begin(@Nullable ModelTask parent) {
        int most = execution.mostActors();
        if (execution.actors().size() == most) {
            throw execution.lose("more than " + most + " threads in one execution");
        }
        execution.add(task, parent);
        Buffers.started(task, flushers);
    }

    /** Lets the thread do nothing from its return on but wait for something and act, again and again. */
    void serve(Service its) {
        service = its;
    }

    @Override
    public boolean live() {
        try {
            if (service == null) {
                body.run();
            } else {
                execution.listener().chosen(task);
                service.act(task);
            }
            if (service != null) {
                service.announce(task);
                execution.listener().announced(task);
                return true;
            }
        } catch (Abort e) {
            throw e;
        } catch (Throwable e) {
            if (execution.aborting()) {
                throw Abort.IT;
            }
            LinkageError linkage = linkage(e);
            if (linkage != null) {
                throw execution.lose("a class of the program does not link in an exploration: " + linkage);
            }
            died(e);
        }
        task.steps().neverValidated();
        task.stores().drain();
        task.operation().is(OperationKind.END, "ends").on(task.lifeLocation(), AccessKind.WRITE);
        execution.step(task);
        execution.changed(task, task.lifeLocation());
        HappensBefore.release(task.id(), task.clock(), task.lifeLocation());
        return false;
    }

    /**
     * Returns the error by which a class did not link, if something was thrown because of one: models lack what the
     * library's classes have, so it says nothing of the program. Returns null for an initialiser that failed.
     */
    private static @Nullable LinkageError linkage(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
            if (at instanceof LinkageError error
                    && !(at instanceof ExceptionInInitializerError)
                    && !String.valueOf(at.getMessage()).startsWith("Could not initialize class")) {
                return error;
            }
            at = at.getCause();
        }
        return null;
    }

    private void died(Throwable thrown) {
        if (spawned) {
            return;
        }
        Thread thread = task.thread();
        Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
        if (task.id() != 0 && handler != null && handler != thread.getThreadGroup()) {
            handler.uncaughtException(thread, thrown);
        } else {
            execution.result().cause().threw(thrown);
            throw execution.stop(End.THREW, task);
        }
    }

    /**
     * Starts a thread; a step.
     *
     * @throws IllegalThreadStateException if it was started before
     */
    public void start(Thread thread) {
        start(thread, thread.getName(), VirtualThreads.body(thread), false);
    }

    /**
     * Creates a thread with a neutral name and starts it. An exception of it is no failure.
     *
     * @param name what traces call it
     */
    public Thread spawn(String name, Runnable runnable, boolean virtual) {
        String neutral = DeterministicIds.spawnedName();
        Thread thread = virtual ? VirtualThreads.make(neutral, runnable) : new ModelThread(runnable, neutral);
        start(thread, name, runnable, true);
        return thread;
    }

    private void start(Thread thread, String name, Runnable runnable, boolean ofSpawn) {
        task.stores().drain();
        MemoryLocation life = execution.memory().at(thread, LocationSlots.LIFE);
        task.operation().is(OperationKind.START, "starts").on(life, AccessKind.WRITE);
        execution.step(task);
        if (execution.actors().find(thread) != null || thread.getState() != Thread.State.NEW) {
            throw new IllegalThreadStateException();
        }
        Lifecycle other = new Lifecycle(execution, thread, name, runnable, ofSpawn, flushers);
        other.begin(task);
        ModelTask child = other.task;
        if (!ofSpawn) {
            child.startedByProgram();
        }
        child.clock().join(task.clock());
        child.clock().set(child.id(), 1);
        child.reaches(task.time());
        task.clock().set(task.id(), task.clock().get(task.id()) + 1);
        execution.changed(task, life);
    }

    /**
     * Waits for the end of a thread.
     *
     * @param nanos how long; {@link #FOREVER} has no limit
     * @return whether it has ended
     */
    public boolean join(Thread thread, long nanos, boolean interruptible) throws InterruptedException {
        if (interruptible) {
            task.interrupts().throwOnEntry();
        }
        ModelTask other = task.other(thread);
        if (other == null) {
            return true;
        }
        task.stores().drain();
        PendingOperation op = task.operation()
                .is(OperationKind.JOIN, "joins")
                .on(other.lifeLocation(), AccessKind.READ)
                .when(new Ended(other));
        if (interruptible) {
            op.on(task.interruptLocation(), AccessKind.READ).interruptibly();
        }
        if (nanos >= 0) {
            op.until(VirtualTime.later(execution.enabled().time(task), nanos));
        }
        op.waitsFor("the end of " + other.name());
        execution.step(task);
        execution.progress(task);
        if (task.took(Branch.INTERRUPT)) {
            task.interrupts().throwIfInterrupted();
        }
        if (other.hasEnded()) {
            HappensBefore.acquire(task.clock(), other.lifeLocation());
        }
        return other.hasEnded();
    }

    /** Enabled once a thread has ended. */
    private record Ended(ModelTask other) implements Enabledness {
        @Override
        public boolean holds() {
            return other.hasEnded();
        }

        @Override
        public Thread holder() {
            return other.thread();
        }
    }

    /** As {@link #join}, without a limit and not interruptible. */
    public void join(Thread thread) {
        try {
            boolean unused = join(thread, FOREVER, false);
        } catch (InterruptedException e) {
            throw new AssertionError("not interruptible", e);
        }
    }

    /** Returns true if a thread was started and has not ended; a step. */
    public boolean isAlive(Thread thread) {
        MemoryLocation life = execution.memory().at(thread, LocationSlots.LIFE);
        task.operation().is(OperationKind.READ, "looks whether it lives").on(life, AccessKind.READ);
        task.steps().look(life);
        ModelTask other = task.other(thread);
        if (other != null && other.hasEnded()) {
            HappensBefore.acquire(task.clock(), life);
        }
        return other != null && !other.hasEnded();
    }
}
