package bouncer.engine.run;

import bouncer.engine.schedule.ExecutionState;
import bouncer.engine.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices that an execution has come by so far, and what a scheduler sees of where it stands. */
public final class SchedulePrefix implements ExecutionState {
    private final List<Task> tasks;
    private final EnabledSet going;
    private final List<Integer> parents = new ArrayList<>();
    private int[] schedule = new int[64];
    private int steps;
    private int current = -1;
    private int onward = -1;

    /** For the tasks of one execution, which come one after the other. */
    SchedulePrefix(List<Task> tasks, EnabledSet going) {
        this.tasks = tasks;
        this.going = going;
    }

    /** The next task was started by another, or is the main one. */
    public void started(@Nullable Task parent) {
        parents.add(parent == null ? -1 : parent.id);
    }

    /** A choice was made. */
    void took(int choice) {
        if (steps == schedule.length) {
            schedule = Arrays.copyOf(schedule, 2 * steps);
        }
        schedule[steps++] = choice;
        current = Scheduler.task(choice);
        onward = current;
    }

    /** Another task should go on. */
    public void turn(Task task) {
        onward = task.id;
    }

    /** All choices so far. */
    int[] schedule() {
        return Arrays.copyOf(schedule, steps);
    }

    @Override
    public int step() {
        return steps;
    }

    @Override
    public int tasks() {
        return tasks.size();
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int onward() {
        return onward;
    }

    @Override
    public int ways(int task) {
        return going.ways(task);
    }

    @Override
    public Operation pending(int task) {
        return tasks.get(task).op;
    }

    @Override
    public boolean ended(int task) {
        return tasks.get(task).ended;
    }

    @Override
    public int parent(int task) {
        return parents.get(task);
    }
}
