package bouncer.engine.run;

import bouncer.engine.schedule.ExecutionState;
import bouncer.engine.schedule.Operation;
import bouncer.engine.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices of an execution so far, and the resulting state for the scheduler. */
final class SchedulePrefix implements ExecutionState {
    private static final int NONE = -1;

    private final List<Actor> actors;
    private final EnabledSet enabled;
    private final List<Integer> parents = new ArrayList<>();
    private int[] choices = new int[64];
    private int steps;
    private int current = NONE;
    private int continuation = NONE;

    /** Takes the list of an execution's actors, which grows. */
    SchedulePrefix(List<Actor> actors, EnabledSet enabled) {
        this.actors = actors;
        this.enabled = enabled;
    }

    /** Records the parent of the next actor in the list; null for the main thread. */
    void started(@Nullable Actor parent) {
        parents.add(parent == null ? NONE : parent.id());
    }

    /** Appends a choice. */
    void took(int choice) {
        if (steps == choices.length) {
            choices = Arrays.copyOf(choices, 2 * steps);
        }
        choices[steps++] = choice;
        current = Scheduler.task(choice);
        continuation = current;
    }

    /** Suggests the actor that takes the next step; the scheduler may choose another. */
    void continueWith(Actor actor) {
        continuation = actor.id();
    }

    /** Returns all choices so far, as a copy. */
    int[] choices() {
        return Arrays.copyOf(choices, steps);
    }

    @Override
    public int step() {
        return steps;
    }

    @Override
    public int tasks() {
        return actors.size();
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int continuation() {
        return continuation >= 0 && asleep(continuation) ? NONE : continuation;
    }

    @Override
    public boolean asleep(int task) {
        return enabled.isAsleep(actors.get(task));
    }

    @Override
    public int branches(int task) {
        return enabled.branches(task);
    }

    @Override
    public Operation pending(int task) {
        return actors.get(task).operation();
    }

    @Override
    public boolean ended(int task) {
        return actors.get(task).hasEnded();
    }

    @Override
    public int parent(int task) {
        return parents.get(task);
    }
}
