package bouncer.engine.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays a known schedule: where it has no deviation, the current task continues while it is enabled. */
public final class ReplayScheduler implements Scheduler {

    /** A choice that differs from the schedule without preemptions. */
    public record Deviation(int step, int choice) {}

    private final Map<Integer, Integer> choices = new HashMap<>();
    private final List<Deviation> deviations = new ArrayList<>();

    /** The straight schedule with some deviations. */
    public ReplayScheduler(List<Deviation> deviations) {
        for (Deviation deviation : deviations) {
            choices.put(deviation.step, deviation.choice);
        }
    }

    /** All choices, in order. */
    public ReplayScheduler(int[] all) {
        for (int step = 0; step < all.length; step++) {
            choices.put(step, all[step]);
        }
    }

    /** Where the last execution was not straight. */
    public List<Deviation> deviations() {
        return List.copyOf(deviations);
    }

    @Override
    public void begin() {
        deviations.clear();
    }

    @Override
    public int choose(ExecutionState state) {
        int straight = straight(state);
        Integer known = choices.get(state.step());
        if (known == null || known == straight) {
            return straight;
        }
        int task = Scheduler.task(known);
        if (task >= state.tasks() || (state.branches(task) >> Scheduler.branch(known) & 1) == 0) {
            throw new NondeterminismException(state.step());
        }
        deviations.add(new Deviation(state.step(), known));
        return known;
    }

    /** Returns the choice that needs no preemption: the current task, else the first that can. */
    static int straight(ExecutionState state) {
        int current = state.continuation();
        if (current >= 0 && state.branches(current) != 0) {
            return Scheduler.choice(current, Integer.numberOfTrailingZeros(state.branches(current)));
        }
        int first = -1;
        for (int task = state.tasks() - 1; task >= 0; task--) {
            if (state.branches(task) != 0 && (first < 0 || !state.asleep(task) || state.asleep(first))) {
                first = task;
            }
        }
        if (first < 0) {
            throw new IllegalStateException("nothing is enabled");
        }
        return Scheduler.choice(first, Integer.numberOfTrailingZeros(state.branches(first)));
    }

    @Override
    public boolean advance() {
        return false;
    }
}
