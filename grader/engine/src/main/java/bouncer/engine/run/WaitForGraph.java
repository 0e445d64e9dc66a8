package bouncer.engine.run;

import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which thread of an execution waits for which. Stateless. */
public final class WaitForGraph {
    private WaitForGraph() {}

    /** The thread that could end another's wait, or null when there is none in particular. */
    public static @Nullable Task holder(Task task) {
        Thread thread = task.operation().holder();
        return thread == null ? null : task.execution().actors().find(thread);
    }

    /**
     * Threads that wait for each other in a cycle, each for the next and the last for the first; empty if there is
     * none.
     */
    public static List<Task> cycle(Execution execution) {
        for (Actor start : execution.actors().all()) {
            List<Task> path = new ArrayList<>();
            Set<Task> on = new HashSet<>();
            Task at = start instanceof Task task ? task : null;
            while (at != null && !at.hasEnded() && on.add(at)) {
                path.add(at);
                at = holder(at);
            }
            if (at != null && !at.hasEnded()) {
                return path.subList(path.indexOf(at), path.size());
            }
        }
        return List.of();
    }

    /** What {@code Thread.getState} would return; null stands for a thread that was not started. */
    public static Thread.State state(@Nullable Task task) {
        if (task == null) {
            return Thread.State.NEW;
        }
        if (task.hasEnded()) {
            return Thread.State.TERMINATED;
        }
        PendingOperation op = task.operation();
        if (!task.isWaiting() || op.kind() == OperationKind.SPIN) {
            return Thread.State.RUNNABLE;
        }
        if (op.kind() == OperationKind.ENTER) {
            return Thread.State.BLOCKED;
        }
        return op.isTimed() ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
    }
}
