package bouncer.engine.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Depth-first search through all schedules with at most so many preemptions: a switch away from an enabled task
 * (Musuvathi and Qadeer, "Iterative context bounding", PLDI 2007). Fewer switches come first.
 */
public final class PreemptionBoundedScheduler implements Scheduler {
    private final int bound;
    private final List<Point> path = new ArrayList<>();
    private int begun;
    private boolean more;

    /** The choices in one state. */
    private static final class Point {
        final int[] choices;
        final int preemptions;
        /** The task whose preemption a switch would be, or -1. */
        final int onward;

        int at;

        Point(int[] choices, int preemptions, int onward) {
            this.choices = choices;
            this.preemptions = preemptions;
            this.onward = onward;
        }

        int spent() {
            return preemptions + (onward >= 0 && Scheduler.task(choices[at]) != onward ? 1 : 0);
        }
    }

    /** A search with a bound. */
    public PreemptionBoundedScheduler(int preemptions) {
        bound = preemptions;
    }

    /** Returns true if anything was left out because of the bound. */
    public boolean leftOut() {
        return more;
    }

    @Override
    public void begin() {
        begun = path.size();
    }

    @Override
    public void discardExecution() {
        while (path.size() > begun) {
            path.remove(path.size() - 1);
        }
    }

    @Override
    public int choose(ExecutionState state) {
        int step = state.step();
        if (step == path.size()) {
            path.add(point(state, step));
        }
        Point point = path.get(step);
        int choice = point.choices[point.at];
        int task = Scheduler.task(choice);
        if (task >= state.tasks() || (state.branches(task) >> Scheduler.branch(choice) & 1) == 0) {
            throw new NondeterminismException(step);
        }
        return choice;
    }

    private Point point(ExecutionState state, int step) {
        int spent = step == 0 ? 0 : path.get(step - 1).spent();
        int current = state.continuation();
        boolean free = current < 0 || state.branches(current) == 0;
        List<Integer> choices = new ArrayList<>();
        if (!free) {
            add(state, current, choices);
        }
        for (int task = 0; task < state.tasks(); task++) {
            if (task != current && state.branches(task) != 0) {
                if (free || spent < bound) {
                    add(state, task, choices);
                } else {
                    more = true;
                }
            }
        }
        return new Point(choices.stream().mapToInt(Integer::intValue).toArray(), spent, free ? -1 : current);
    }

    private static void add(ExecutionState state, int task, List<Integer> choices) {
        for (int left = state.branches(task); left != 0; left &= left - 1) {
            choices.add(Scheduler.choice(task, Integer.numberOfTrailingZeros(left)));
        }
    }

    @Override
    public boolean advance() {
        while (!path.isEmpty()) {
            Point last = path.get(path.size() - 1);
            if (++last.at < last.choices.length) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }
}
