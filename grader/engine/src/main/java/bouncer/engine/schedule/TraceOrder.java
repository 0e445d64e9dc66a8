package bouncer.engine.schedule;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dependence of steps in the current execution: the partial order of its Mazurkiewicz trace, as vector clocks
 * whose entries are numbers of steps. (Not the happens-before of the memory model.)
 */
final class TraceOrder {
    /** Bits of the kind of access in an entry of a location's history; the step's number stands above them. */
    private static final int KIND_BITS = 3;

    private static final int KIND_MASK = (1 << KIND_BITS) - 1;

    private final List<VectorClock> tasks = new ArrayList<>();
    private final List<VectorClock> steps = new ArrayList<>();
    private int[] takers = new int[64];
    private int[] numbers = new int[64];
    private int[] bits = new int[64];
    private int[] counts = new int[8];
    /**
     * The names of tasks in the hash: the parent's name and the number among its children, as ids of tasks depend on
     * the schedule.
     */
    private final List<Long> names = new ArrayList<>();

    private int[] children = new int[8];
    private VectorClock all = new VectorClock();
    private VectorClock floor = new VectorClock();
    private final List<Integer> globals = new ArrayList<>();
    private long hash;

    /** The accesses of a location so far. */
    private static final class Past {
        /**
         * For each kind of access, the clock of all steps that touched the location in that way; null before the first.
         */
        final @Nullable VectorClock[] clocks = new @Nullable VectorClock[AccessKind.values().length];

        VectorClock clockOf(AccessKind access) {
            VectorClock known = clocks[access.ordinal()];
            if (known == null) {
                known = new VectorClock();
                clocks[access.ordinal()] = known;
            }
            return known;
        }

        int[] entries = new int[8];
        int size;

        void add(int step, AccessKind access) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, 2 * size);
            }
            entries[size++] = step << KIND_BITS | access.ordinal();
        }
    }

    void begin() {
        tasks.clear();
        steps.clear();
        Arrays.fill(counts, 0);
        Arrays.fill(children, 0);
        names.clear();
        all = new VectorClock();
        floor = new VectorClock();
        globals.clear();
        hash = 0;
    }

    private static @Nullable Past known(MemoryLocation loc) {
        return (Past) loc.search;
    }

    private static Past past(MemoryLocation loc) {
        Past known = known(loc);
        if (known == null) {
            known = new Past();
            loc.search = known;
        }
        return known;
    }

    /** Takes note of tasks that were started by the last step. */
    void grow(ExecutionState state) {
        while (tasks.size() < state.tasks()) {
            int parent = state.parent(tasks.size());
            if (counts.length == tasks.size()) {
                counts = Arrays.copyOf(counts, 2 * tasks.size());
                children = Arrays.copyOf(children, 2 * tasks.size());
            }
            names.add(parent < 0 ? 0 : scramble(31 * names.get(parent) + ++children[parent]));
            tasks.add(parent < 0 ? new VectorClock() : tasks.get(parent).copy());
        }
    }

    /** All that follows depends on all that was. */
    void quiescence() {
        floor.join(all);
    }

    /** Returns the clock of the task's next step by program order alone. */
    VectorClock before(int task) {
        VectorClock clock = tasks.get(task).copy();
        clock.join(floor);
        return clock;
    }

    /** Returns the clock that a task's step would have if it were taken now. */
    VectorClock clockOf(int task, Operation op) {
        VectorClock clock = before(task);
        if (op.isGlobal()) {
            clock.join(all);
        }
        for (int global : globals) {
            clock.join(steps.get(global));
        }
        for (int i = 0; i < op.size(); i++) {
            join(clock, op.location(i), op.access(i));
        }
        return clock;
    }

    private static void join(VectorClock clock, MemoryLocation loc, AccessKind access) {
        Past past = known(loc);
        if (past == null) {
            return;
        }
        for (int other = 0; other < past.clocks.length; other++) {
            VectorClock theirs = past.clocks[other];
            if (theirs != null && access.conflictsWith(AccessKind.of(other))) {
                clock.join(theirs);
            }
        }
    }

    /** A task takes a step. */
    void took(int task, int bit, Operation op) {
        VectorClock clock = clockOf(task, op);
        int step = steps.size();
        if (step == takers.length) {
            takers = Arrays.copyOf(takers, 2 * step);
            numbers = Arrays.copyOf(numbers, 2 * step);
            bits = Arrays.copyOf(bits, 2 * step);
        }
        bits[step] = bit;
        takers[step] = task;
        numbers[step] = ++counts[task];
        clock.set(task, step + 1);
        steps.add(clock);
        tasks.set(task, clock);
        all.join(clock);
        if (op.isGlobal()) {
            globals.add(step);
        }
        for (int i = 0; i < op.size(); i++) {
            leave(op.location(i), op.access(i), clock, step);
        }
        hash += mix(step, bit);
    }

    /** The last step of a task touched more. */
    void lateAccess(int task, MemoryLocation loc, AccessKind access) {
        VectorClock clock = tasks.get(task);
        if (access == AccessKind.RELEASE) {
            past(loc).clockOf(AccessKind.RELEASE).join(clock);
            return;
        }
        join(clock, loc, access);
        all.join(clock);
        leave(loc, access, clock, clock.get(task) - 1);
    }

    private static void leave(MemoryLocation loc, AccessKind access, VectorClock clock, int step) {
        Past past = past(loc);
        past.clockOf(access).join(clock);
        past.add(step, access);
    }

    /** Numbers of earlier steps that conflict with an operation, latest first; those of the task itself among them. */
    int[] conflicting(Operation op) {
        int[] found = new int[8];
        int size = 0;
        if (op.isGlobal()) {
            found = new int[steps.size()];
            for (int step = 0; step < found.length; step++) {
                found[size++] = step;
            }
        } else {
            for (int i = 0; i < op.size(); i++) {
                Past past = known(op.location(i));
                for (int k = 0; past != null && k < past.size; k++) {
                    if (AccessKind.of(past.entries[k] & KIND_MASK).conflictsWith(op.access(i))) {
                        if (size == found.length) {
                            found = Arrays.copyOf(found, 2 * size);
                        }
                        found[size++] = past.entries[k] >> KIND_BITS;
                    }
                }
            }
            for (int global : globals) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = global;
            }
        }
        int[] sorted = Arrays.copyOf(found, size);
        Arrays.sort(sorted);
        for (int i = 0; i < size / 2; i++) {
            int swap = sorted[i];
            sorted[i] = sorted[size - 1 - i];
            sorted[size - 1 - i] = swap;
        }
        return sorted;
    }

    /**
     * Returns the reversal of a race.
     *
     * @param second the number of the step that came second; -1 if it was not taken, then the clock is what it depends
     *     on
     */
    Reversal reversal(int first, int task, int second, VectorClock clock) {
        Reversal found = new Reversal();
        int racer = takers[first];
        for (int step = first + 1; step < steps.size(); step++) {
            if (steps.get(step).get(racer) <= first) {
                found.add(takers[step], bits[step], step, steps.get(step));
            }
        }
        if (second < 0) {
            found.addPending(task, clock);
        } else {
            found.add(task, bits[second], second, steps.get(second));
        }
        return found;
    }

    int taker(int step) {
        return takers[step];
    }

    VectorClock clock(int step) {
        return steps.get(step);
    }

    int size() {
        return steps.size();
    }

    /** Returns the last step of a task, or -1. */
    int last(int task) {
        return tasks.get(task).get(task) - 1;
    }

    /** Returns a hash of the trace: the same for executions that differ only in the order of independent steps. */
    long hash() {
        return hash;
    }

    private long mix(int step, int bit) {
        VectorClock clock = steps.get(step);
        long h = 0;
        for (int task = 0; task < tasks.size(); task++) {
            int latest = clock.get(task);
            if (latest > 0) {
                h += scramble(names.get(task) + numbers[latest - 1]);
            }
        }
        return scramble(h + 31 * names.get(takers[step]) + 131L * bit);
    }

    private static long scramble(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
