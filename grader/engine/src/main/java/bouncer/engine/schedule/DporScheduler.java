package bouncer.engine.schedule;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first search through all schedules, with as much reduction as asked for.
 *
 * <p>Source-DPOR with sleep sets: Abdulla, Aronis, Jonsson, Sagonas, "Optimal dynamic partial order reduction", POPL
 * 2014, algorithm 1; sleep sets after Godefroid 1996. Backtrack points are whole sequences in the wakeup trees of the
 * same paper's algorithm 2, so that few executions are redundant. (Unlike there, only a task with a step of its own in
 * a sequence counts as one that could begin it: that is enough for source sets, and nothing need be known of what
 * others were about to do.) Beyond the paper: operations of blocked threads take part in races whenever all have come
 * to rest; a step that can't have come before what enabled it is looked past; before a step that changes what a wait is
 * for, one that may end by a timeout or for no reason is tried, because no other step enables that.
 */
public final class DporScheduler implements Scheduler {

    /** The reduction of the search. */
    public enum Reduction {
        /** Nothing: every interleaving. */
        NONE,
        /** Sleep sets. */
        SLEEP_SETS,
        /** Sleep sets and source sets. */
        DPOR
    }

    /** Sets of tasks are bits of a {@code long}, some of which have other uses. */
    public static final int MOST_TASKS = 60;

    private final Reduction reduction;
    private final List<Node> path = new ArrayList<>();
    private final TraceOrder order = new TraceOrder();
    /** Steps before this one are the same as in the execution before, races and all. */
    private int fresh;

    /** The length of the path when the execution began. */
    private int begun;

    private final Operation last = new Operation();
    private long redundant;
    /**
     * Races of the execution under way; reversed when it is over, because then all is known that does not depend on
     * them.
     */
    private final List<Race> races = new ArrayList<>();

    private boolean rested;
    /** Whether time has passed, and tasks that have been enabled before still are. */
    private boolean passed;

    /**
     * A step and a later one that depends on it but could have come before it.
     *
     * @param second the number of the later one; -1 if it was not taken
     * @param clock what that one depends on, if it was not taken
     */
    private record Race(int first, int task, int second, VectorClock clock) {}

    /** A search from the start. */
    public DporScheduler(Reduction reduction) {
        this.reduction = reduction;
    }

    /** Returns the number of executions that were cut as redundant. */
    public long redundant() {
        return redundant;
    }

    /** Returns the hash of the last execution's trace. */
    public long traceHash() {
        return order.hash();
    }

    @Override
    public void begin() {
        order.begin();
        races.clear();
        rested = false;
        passed = false;
        begun = path.size();
    }

    @Override
    public void discardExecution() {
        // What its races asked for may stay: exploring more than is needed does no harm.
        while (path.size() > begun) {
            path.remove(path.size() - 1);
        }
    }

    @Override
    public void quiescence() {
        rested = true;
    }

    @Override
    public int mostTasks() {
        return MOST_TASKS;
    }

    @Override
    public void timePasses() {
        passed = true;
    }

    @Override
    public int choose(ExecutionState state) {
        int step = state.step();
        order.grow(state);
        if (rested) {
            // A task that is blocked now may be enabled once time has passed; that comes after all earlier steps.
            atQuiescence(state);
            order.quiescence();
            rested = false;
        } else if (passed) {
            atQuiescence(state);
        }
        passed = false;
        if (step == path.size() && !grow(state, step)) {
            redundant++;
            reverse();
            return CUT;
        }
        Node node = path.get(step);
        if (!node.isFor(state)) {
            throw new NondeterminismException(step);
        }
        Operation op = state.pending(node.task);
        if (reduction == Reduction.DPOR && step >= fresh) {
            addTimerBacktracks(state, node, op);
            if (!op.onlyFollows(node.branches(node.task))) {
                races(node.task, op, order.clockOf(node.task, op), step);
            }
        }
        order.took(node.task, node.bit, op);
        last.copy(op);
        return Scheduler.choice(node.task, node.bit);
    }

    /** Adds a new state; returns false if there is nothing to explore from it. */
    private boolean grow(ExecutionState state, int step) {
        Node before = step == 0 ? null : path.get(step - 1);
        WakeupTree planned = before != null && reduction == Reduction.DPOR
                ? before.planned.after(before.task, before.bit)
                : new WakeupTree();
        Node node = new Node(state, asleep(state, before), planned);
        if (!node.begin()) {
            long awake = node.enabled & ~node.sleep;
            if (awake == 0) {
                return false;
            }
            int current = state.continuation();
            planned.plan(current >= 0 && (awake >> current & 1) != 0 ? current : state.first(awake));
            for (long left = reduction == Reduction.DPOR ? 0 : node.enabled; left != 0; left &= left - 1) {
                planned.plan(Long.numberOfTrailingZeros(left));
            }
            node.begin();
        }
        path.add(node);
        return true;
    }

    /**
     * Returns the sleep set of a new state: tasks that slept before or were tried before, and whose next step commutes
     * with the last one.
     */
    private long asleep(ExecutionState state, @Nullable Node before) {
        if (before == null || reduction == Reduction.NONE) {
            return 0;
        }
        long sleep = 0;
        for (long left = (before.sleep | before.done) & ~before.hasLateAccesses & ~(1L << before.task);
                left != 0;
                left &= left - 1) {
            int task = Long.numberOfTrailingZeros(left);
            // A task that was notified is about to do something else than when it fell asleep.
            if (!state.ended(task) && !last.conflicts(state.pending(task)) && before.isStill(task, state)) {
                sleep |= 1L << task;
            }
        }
        return sleep;
    }

    /**
     * Adds a backtrack point for each task whose wait can end here by itself, and perhaps not any more after the step.
     */
    private static void addTimerBacktracks(ExecutionState state, Node node, Operation op) {
        for (long left = node.mayLoseBranches & ~(1L << node.task); left != 0; left &= left - 1) {
            int task = Long.numberOfTrailingZeros(left);
            if (op.conflicts(state.pending(task))) {
                node.planned.plan(task);
            }
        }
    }

    /** Finds earlier steps that race with an operation; each race is reversed when the execution is over. */
    private void races(int task, Operation op, VectorClock clock, int second) {
        int[] earlier = order.conflicting(op);
        if (earlier.length == 0) {
            return;
        }
        VectorClock covered = order.before(task);
        for (int step : earlier) {
            int other = order.taker(step);
            if (other == task || covered.get(other) > step) {
                continue;
            }
            boolean pendingThen = order.last(task) < step;
            if (pendingThen && !wasCoEnabled(task, step, second) && !hasOtherEnabler(earlier, step)) {
                continue;
            }
            races.add(new Race(step, task, second, clock));
            if (pendingThen || !op.isBlocking()) {
                covered.join(order.clock(step));
            }
        }
    }

    /**
     * Returns true if a task was enabled before a step, or was enabled later by a step that does not depend on it: only
     * then can the two be reversed.
     */
    private boolean wasCoEnabled(int task, int step, int second) {
        if (path.get(step).branches(task) != 0) {
            return true;
        }
        int k = second - 1;
        while (k > step && (path.get(k).branches(task) >> path.get(second).bit & 1) != 0) {
            k--;
        }
        return k > step && order.clock(k).get(order.taker(step)) <= step;
    }

    /**
     * Returns true if something else that an operation depends on came after a step and not because of it: an operation
     * with several enablers, as park with a permit and an interrupt, may be enabled by that one.
     */
    private boolean hasOtherEnabler(int[] earlier, int step) {
        for (int each : earlier) {
            if (each > step && order.clock(each).get(order.taker(step)) <= step) {
                return true;
            }
        }
        return false;
    }

    /** Finds the races of blocked operations. */
    private void atQuiescence(ExecutionState state) {
        if (reduction == Reduction.DPOR) {
            for (int task = 0; task < state.tasks(); task++) {
                if (!state.ended(task)) {
                    Operation op = state.pending(task);
                    races(task, op, order.clockOf(task, op), -1);
                }
            }
        }
    }

    private void reverse() {
        for (Race race : races) {
            path.get(race.first).plan(order.reversal(race.first, race.task, race.second, race.clock));
        }
        races.clear();
    }

    @Override
    public void lateAccess(ExecutionState state, MemoryLocation loc, AccessKind access) {
        int task = state.current();
        if (access != AccessKind.RELEASE) {
            Operation more = new Operation().on(loc, access);
            Node node = path.get(state.step() - 1);
            if (reduction == Reduction.DPOR && state.step() > fresh) {
                VectorClock clock = order.before(task);
                clock.join(order.clockOf(task, more));
                races(task, more, clock, state.step() - 1);
                for (long left = node.mayLoseBranches & ~(1L << task); left != 0; left &= left - 1) {
                    node.planned.plan(Long.numberOfTrailingZeros(left));
                }
            }
            last.on(loc, access);
            node.hasLateAccesses |= 1L << task;
        }
        order.lateAccess(task, loc, access);
    }

    @Override
    public void executionEnded(ExecutionState state) {
        order.grow(state);
        atQuiescence(state);
        reverse();
    }

    @Override
    public int[] dependence(int task) {
        return order.before(task).toArray();
    }

    @Override
    public boolean advance() {
        while (!path.isEmpty()) {
            if (path.get(path.size() - 1).advance()) {
                fresh = path.size() - 1;
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }
}
