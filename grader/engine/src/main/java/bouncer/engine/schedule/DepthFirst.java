package bouncer.engine.schedule;

import bouncer.engine.memory.Loc;
import bouncer.engine.memory.VectorClock;
import bouncer.engine.run.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Depth-first search through all schedules, with as much reduction as asked for.
 *
 * <p>Source-DPOR with sleep sets: Abdulla, Aronis, Jonsson, Sagonas, "Optimal dynamic partial order reduction", POPL 2014,
 * algorithm 1; sleep sets after Godefroid 1996. Beyond the paper: operations of blocked threads take part in races at the end of an execution;
 * a step that can't have come before what enabled it is looked past; tasks that may go on by a timeout or for no
 * reason are tried in every state, because no other step enables that.
 */
public final class DepthFirst implements Scheduler {

    /** How much is left out. */
    public enum Reduction {
        /** Nothing: every interleaving. */
        NONE,
        /** What sleep sets show to be the same. */
        SLEEP_SETS,
        /** What no race asks for, either. */
        DPOR
    }

    private final Reduction reduction;
    private final List<Node> path = new ArrayList<>();
    private final Dependence order = new Dependence();
    /** Steps before this one are the same as in the execution before, races and all. */
    private int fresh;

    /** How long the path was when the execution began. */
    private int begun;

    private final Op last = new Op();
    private long redundant;

    /** A search from the start. */
    public DepthFirst(Reduction reduction) {
        this.reduction = reduction;
    }

    /** Executions that were cut because they would only have shown what was seen. */
    public long redundant() {
        return redundant;
    }

    /** The hash of the last execution's trace. */
    public long traceHash() {
        return order.hash();
    }

    @Override
    public void begin() {
        order.begin();
        begun = path.size();
    }

    @Override
    public void forget() {
        // What its races asked for may stay: to try more than is needed does no harm.
        while (path.size() > begun) {
            path.remove(path.size() - 1);
        }
    }

    @Override
    public void barrier() {
        order.barrier();
    }

    @Override
    public int choose(State state) {
        int step = state.step();
        order.grow(state);
        if (step == path.size()) {
            Node node = new Node(state, asleep(state, step));
            long awake = node.enabled & ~node.sleep;
            if (awake == 0) {
                redundant++;
                return CUT;
            }
            int current = state.current();
            int first = current >= 0 && (awake >> current & 1) != 0 ? current : Long.numberOfTrailingZeros(awake);
            node.backtrack = reduction == Reduction.DPOR ? 1L << first | restless(state, node) : node.enabled;
            node.take(first);
            path.add(node);
        }
        Node node = path.get(step);
        if (!node.isFor(state)) {
            throw new Diverged(step);
        }
        Op op = state.pending(node.task);
        if (reduction == Reduction.DPOR && step >= fresh) {
            races(node.task, op, order.clockOf(node.task, op));
        }
        order.took(node.task, node.bit, op);
        last.copy(op);
        return Scheduler.choice(node.task, node.bit);
    }

    /** Who sleeps in a new state: who slept before or was tried before, and does not mind the last step. */
    private long asleep(State state, int step) {
        if (step == 0 || reduction == Reduction.NONE) {
            return 0;
        }
        Node before = path.get(step - 1);
        long sleep = 0;
        for (long left = (before.sleep | before.done) & ~before.loud & ~(1L << before.task);
                left != 0;
                left &= left - 1) {
            int task = Long.numberOfTrailingZeros(left);
            if (!state.ended(task) && !last.conflicts(state.pending(task))) {
                sleep |= 1L << task;
            }
        }
        return sleep;
    }

    private static long restless(State state, Node node) {
        long tasks = 0;
        for (int task = 0; task < node.ways.length; task++) {
            if ((node.ways[task] & (Op.TIMEOUT | Op.SPURIOUS)) != 0
                    && state.pending(task).restless()) {
                tasks |= 1L << task;
            }
        }
        return tasks;
    }

    /** Finds earlier steps that race with an operation, and sees to it that the other order is tried. */
    private void races(int task, Op op, VectorClock clock) {
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
            boolean couldThen = task < path.get(step).ways.length && path.get(step).ways[task] != 0;
            if (pendingThen && !couldThen) {
                continue; // that step, or one after it, enabled this one: it can't be the other way round
            }
            reverse(step, task, clock);
            if (pendingThen || !op.blocking()) {
                covered.join(order.clock(step));
            }
        }
    }

    /** Sees to it that in the state before a step one of those is tried that begin an execution with the task's operation first. */
    private void reverse(int step, int task, VectorClock clock) {
        Node node = path.get(step);
        int racer = order.taker(step);
        long initials = 0;
        long met = 0;
        List<Integer> without = new ArrayList<>();
        for (int k = step + 1; k < order.size(); k++) {
            VectorClock at = order.clock(k);
            if (at.get(racer) > step) {
                continue;
            }
            int taker = order.taker(k);
            if ((met >> taker & 1) == 0) {
                met |= 1L << taker;
                if (isFirst(at, without)) {
                    initials |= 1L << taker;
                }
            }
            without.add(k);
        }
        if ((met >> task & 1) == 0 && isFirst(clock, without)) {
            initials |= 1L << task;
        }
        if ((initials & node.backtrack) != 0) {
            return;
        }
        long can = initials & node.enabled;
        if ((can >> task & 1) != 0) {
            node.backtrack |= 1L << task;
        } else if (can != 0) {
            node.backtrack |= Long.lowestOneBit(can);
        } else {
            node.backtrack |= node.enabled;
        }
    }

    private boolean isFirst(VectorClock clock, List<Integer> before) {
        for (int k : before) {
            if (clock.get(order.taker(k)) > k) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void touched(State state, Loc loc, int access) {
        int task = state.current();
        if (access != Op.RELEASE) {
            Op more = new Op().on(loc, access);
            if (reduction == Reduction.DPOR && state.step() > fresh) {
                VectorClock clock = order.before(task);
                clock.join(order.clockOf(task, more));
                races(task, more, clock);
            }
            last.on(loc, access);
            path.get(state.step() - 1).loud |= 1L << task;
        }
        order.touched(task, loc, access);
    }

    @Override
    public void settled(State state) {
        if (reduction == Reduction.DPOR) {
            order.grow(state);
            for (int task = 0; task < state.tasks(); task++) {
                if (!state.ended(task)) {
                    Op op = state.pending(task);
                    races(task, op, order.clockOf(task, op));
                }
            }
        }
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
