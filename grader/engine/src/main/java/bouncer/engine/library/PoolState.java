package bouncer.engine.library;

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
        NEW_WORKER,
        NEW_IDLE_WORKER,
        REJECTED
    }

    enum State {
        RUNNING,
        SHUTDOWN,
        STOPPED,
        TERMINATED
    }

    final Queue<Runnable> queue;
    /** A queue without space: a task is handed to a worker that waits, or not at all. */
    private final boolean handsOver;

    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    final Set<Worker> workers = new LinkedHashSet<>();
    State state = State.RUNNING;
    int core;
    int most;
    int idle;
    int largest;
    long completed;

    PoolState(Queue<Runnable> queue, int core, int most) {
        this.queue = queue;
        this.core = core;
        this.most = most;
        handsOver = queue instanceof SynchronousQueue;
    }

    Object at() {
        return queue;
    }

    Verdict admit(Runnable task) {
        if (state != State.RUNNING) {
            return Verdict.REJECTED;
        }
        OrderOps.release(task);
        if (workers.size() < core) {
            return Verdict.NEW_WORKER;
        }
        if (handsOver ? idle > handedOver.size() && handedOver.add(task) : queue.offer(task)) {
            return workers.isEmpty() ? Verdict.NEW_IDLE_WORKER : Verdict.QUEUED;
        }
        return workers.size() < most ? Verdict.NEW_WORKER : Verdict.REJECTED;
    }

    void joins(Worker worker) {
        workers.add(worker);
        largest = Math.max(largest, workers.size());
    }

    private Queue<Runnable> source() {
        return handsOver ? handedOver : queue;
    }

    boolean hasTask() {
        return !source().isEmpty();
    }

    /** Returns true if a waiting worker is enabled: by a task, or because the pool ends or shrinks. */
    boolean moves() {
        return state.compareTo(State.STOPPED) >= 0 || hasTask() || state == State.SHUTDOWN || workers.size() > most;
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
        if (over && workers.isEmpty()) {
            state = State.TERMINATED;
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
