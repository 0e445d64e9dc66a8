package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a thread pool: its workers, the queued tasks, how far it is shut down. Its methods run inside steps, all
 * on the queue of tasks, so that the pool's own queue and the pool are one thing for the search. What comes before a
 * task is handed in happens-before the task; the end of all tasks happens-before what follows once the pool is known to
 * have terminated (programs rely on it).
 */
final class PoolState {
    /** The result of submitting a task. */
    enum Verdict {
        QUEUED,
        NEW_CORE_WORKER,
        NEW_WORKER,
        NEW_IDLE_WORKER,
        REJECTED
    }

    enum State {
        RUNNING,
        SHUTDOWN,
        STOPPED,
        /** No task and no worker is left, and the hook for that has not returned. */
        TIDYING,
        TERMINATED
    }

    final Queue<Runnable> queue;
    /** A queue without space: a task is handed to a worker that waits, or not at all. */
    private final boolean handsOver;
    /** Whether a hook runs before the pool has terminated. */
    private final boolean tidies;

    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    /** What the queue holds, to look at without a step. */
    private final Queue<Runnable> held;

    final Set<Worker> workers = new LinkedHashSet<>();
    State state = State.RUNNING;
    int core;
    int most;
    int idle;
    int largest;
    long completed;

    PoolState(Queue<Runnable> queue, int core, int most, boolean tidies) {
        this.tidies = tidies;
        this.queue = queue;
        this.core = core;
        this.most = most;
        handsOver = queue instanceof SynchronousQueue;
        if (handsOver) {
            held = handedOver;
        } else if (queue instanceof QueueModel<Runnable> model) {
            held = model.items;
        } else if (Ops.active()) {
            throw Ops.uncontrolled("a thread pool takes its tasks from a "
                    + queue.getClass().getName() + ", which is no queue of the library that has a model");
        } else {
            held = queue;
        }
    }

    Object at() {
        return queue;
    }

    /**
     * Admits a task.
     *
     * @param mayStartCore whether a worker of the core may be started for it, as no thread could be made for one before
     */
    Verdict admit(Runnable task, boolean mayStartCore) {
        if (state != State.RUNNING) {
            return Verdict.REJECTED;
        }
        OrderOps.release(task);
        if (mayStartCore && workers.size() < core) {
            return Verdict.NEW_CORE_WORKER;
        }
        if (handsOver ? idle > handedOver.size() && handedOver.add(task) : queue.offer(task)) {
            return workers.isEmpty() ? Verdict.NEW_IDLE_WORKER : Verdict.QUEUED;
        }
        return workers.size() < most ? Verdict.NEW_WORKER : Verdict.REJECTED;
    }

    void joins(Worker worker) {
        // The pool's own lock orders a worker after those whose place it takes.
        OrderOps.acquire(this);
        workers.add(worker);
        largest = Math.max(largest, workers.size());
    }

    private Queue<Runnable> source() {
        return handsOver ? handedOver : queue;
    }

    boolean hasTask() {
        return !held.isEmpty();
    }

    /** Returns the first task in the queue, or null; no step, so that waits may depend on it. */
    @Nullable
    Runnable head() {
        return held.peek();
    }

    /** Returns true if a waiting worker is enabled: by a task, or because the pool ends or shrinks. */
    boolean moves() {
        return state.compareTo(State.STOPPED) >= 0 || hasTask() || state == State.SHUTDOWN || workers.size() > most;
    }

    /** Returns true if a worker waits on, though its time is over: it is one of the core. */
    boolean staysIdle(WaitOutcome wake, boolean coreTimesOut) {
        boolean stays = wake == WaitOutcome.TIMED_OUT
                && !coreTimesOut
                && workers.size() <= core
                && state.compareTo(State.STOPPED) < 0;
        idle -= stays ? 1 : 0;
        return stays;
    }

    /** Returns the next task, or null when the worker is to end; then it has left. */
    @Nullable
    Runnable next(Worker worker, WaitOutcome wake) {
        idle--;
        if (state.compareTo(State.STOPPED) < 0 && wake == WaitOutcome.READY && workers.size() <= most && hasTask()) {
            Runnable task = source().remove();
            OrderOps.acquire(task);
            // As the JDK does: an interrupt meant for the last task must not hit the next.
            ThreadOps.interrupted();
            return task;
        }
        leaves(worker);
        return null;
    }

    void leaves(Worker worker) {
        workers.remove(worker);
        OrderOps.release(this);
        terminateIfDone();
    }

    private void terminateIfDone() {
        boolean over = state == State.STOPPED || (state == State.SHUTDOWN && !hasTask());
        if (over && workers.isEmpty() && state.compareTo(State.TIDYING) < 0) {
            state = tidies ? State.TIDYING : State.TERMINATED;
        }
    }

    void shutdown() {
        if (state == State.RUNNING) {
            state = State.SHUTDOWN;
            terminateIfDone();
        }
    }

    List<Runnable> shutdownNow() {
        if (state.compareTo(State.STOPPED) < 0) {
            state = State.STOPPED;
        }
        for (Worker worker : workers) {
            ThreadOps.interrupt(worker.thread());
        }
        List<Runnable> left = new ArrayList<>();
        while (hasTask()) {
            left.add(source().remove());
        }
        terminateIfDone();
        return left;
    }

    boolean terminated() {
        if (state != State.TERMINATED) {
            return false;
        }
        OrderOps.acquire(this);
        return true;
    }

    int active() {
        return (int) workers.stream().filter(worker -> worker.busy).count();
    }

    /** A thread of the pool. */
    abstract static class Worker implements Runnable {
        private @Nullable Thread thread;
        boolean busy;

        void thread(Thread own) {
            thread = own;
        }

        Thread thread() {
            return java.util.Objects.requireNonNull(thread);
        }
    }

    @Override
    public String toString() {
        String run = state == State.RUNNING ? "Running" : state == State.TERMINATED ? "Terminated" : "Shutting down";
        return "[" + run + ", pool size = " + workers.size() + ", active threads = " + active() + ", queued tasks = "
                + source().size() + ", completed tasks = " + completed + "]";
    }
}
