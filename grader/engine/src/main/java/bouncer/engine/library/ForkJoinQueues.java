package bouncer.engine.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The queues of a fork-join pool: one for each thread that has forked or submitted tasks, and what each worker took its
 * current task from. Its methods run inside steps on the pool.
 *
 * @param <T> the type of the tasks
 */
final class ForkJoinQueues<T> {
    /** How far a worker looks along the workers that took tasks from each other, as the library does. */
    private static final int MOST_THIEVES = 3;

    /** A queued task, and the thread in whose queue it lies. */
    private record Entry<T>(T task, Thread owner) {}

    /** A thread of the pool. */
    static final class Worker {
        /** The thread from whose queue the current task was taken; null if there is none. */
        private @Nullable Thread source;
        /** Whether the thread is blocked in a join, or was when the pool last heard of it. */
        boolean joining;
        /** Whether the thread waits for a task; set outside of steps, for questions that depend on all steps. */
        boolean idle;

        private Worker() {}

        @Nullable
        Thread source() {
            return source;
        }

        void source(@Nullable Thread owner) {
            source = owner;
        }
    }

    private final List<Entry<T>> entries = new ArrayList<>();
    private final Map<Thread, Worker> workers = new LinkedHashMap<>();
    private final boolean fifo;

    /** Queues whose owners take the oldest of their own tasks first, or the newest. */
    ForkJoinQueues(boolean fifo) {
        this.fifo = fifo;
    }

    boolean fifo() {
        return fifo;
    }

    void join(Thread worker) {
        workers.put(worker, new Worker());
    }

    void leave(Thread worker) {
        workers.remove(worker);
    }

    /** Returns the state of a thread, or null if it is none of the pool's. */
    @Nullable
    Worker worker(Thread thread) {
        return workers.get(thread);
    }

    Map<Thread, Worker> workers() {
        return workers;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void add(T task, Thread owner) {
        entries.add(new Entry<>(task, owner));
    }

    /** Removes the task if it is the newest of its owner. */
    boolean removeTop(T task, Thread owner) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).owner == owner) {
                return entries.get(i).task == task && entries.remove(i) != null;
            }
        }
        return false;
    }

    /** Returns the next task that its owner would take, or null. */
    @Nullable
    T local(Thread owner, boolean remove) {
        for (int i = 0; i < entries.size(); i++) {
            int at = fifo ? i : entries.size() - 1 - i;
            if (entries.get(at).owner == owner) {
                return remove ? entries.remove(at).task : entries.get(at).task;
            }
        }
        return null;
    }

    /** Removes and returns the oldest task that meets a condition on its owner, or null. */
    @Nullable
    T oldest(@Nullable Worker taker, Predicate<Thread> of) {
        for (Iterator<Entry<T>> all = entries.iterator(); all.hasNext(); ) {
            Entry<T> entry = all.next();
            if (of.test(entry.owner)) {
                all.remove();
                if (taker != null) {
                    taker.source(entry.owner);
                }
                return entry.task;
            }
        }
        return null;
    }

    /** Removes and returns a worker's own next task, or else the oldest of any other queue. */
    @Nullable
    T next(Thread me, @Nullable Worker worker) {
        T own = local(me, true);
        return own != null ? own : oldest(worker, owner -> true);
    }

    /** Removes and returns what a thread that joins a task runs meanwhile, or null. */
    @Nullable
    T forJoin(T joined, Predicate<T> parts, Thread me, @Nullable Worker worker) {
        T part = part(parts, me, worker);
        if (part != null) {
            return part;
        }
        if (entries.removeIf(entry -> entry.task == joined && entry.owner == me)) {
            return joined;
        }
        return worker == null ? null : oldest(worker, owner -> tookFrom(owner, me));
    }

    /**
     * Removes and returns a queued task that meets a condition: the thread's own newest, or the oldest of another
     * queue; null if none does.
     */
    @Nullable
    T part(Predicate<T> parts, Thread me, @Nullable Worker worker) {
        T own = local(me, false);
        if (own != null && parts.test(own)) {
            return local(me, true);
        }
        List<Thread> seen = new ArrayList<>();
        for (Entry<T> entry : entries) {
            if (entry.owner != me && !seen.contains(entry.owner)) {
                seen.add(entry.owner);
                if (parts.test(entry.task)) {
                    return oldest(worker, owner -> owner == entry.owner);
                }
            }
        }
        return null;
    }

    /** Returns true if a worker's current task comes from a thread's queue, or from that of another such worker. */
    private boolean tookFrom(Thread thief, Thread from) {
        Thread at = thief;
        for (int i = 0; i < MOST_THIEVES; i++) {
            Worker worker = workers.get(at);
            at = worker == null ? null : worker.source;
            if (at == null || at == from) {
                return at == from && thief != from;
            }
        }
        return false;
    }

    /** Returns the number of queued tasks whose owners meet a condition. */
    int count(Predicate<Thread> of) {
        return (int) entries.stream().filter(entry -> of.test(entry.owner)).count();
    }

    /** Returns true if all workers are blocked in a join, or none was started. */
    boolean allJoin() {
        return workers.values().stream().allMatch(worker -> worker.joining);
    }

    /** Returns the number of workers but one that run a task. */
    int busyBut(@Nullable Thread one) {
        return (int) workers.entrySet().stream()
                .filter(each -> each.getKey() != one && !each.getValue().idle && !each.getValue().joining)
                .count();
    }

    /** Removes and returns all queued tasks. */
    List<T> clear() {
        List<T> all = new ArrayList<>(entries.stream().map(Entry::task).toList());
        entries.clear();
        return all;
    }
}
