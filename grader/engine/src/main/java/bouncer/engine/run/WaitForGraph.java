package bouncer.engine.run;

import bouncer.engine.schedule.OperationKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The wait-for graph of the threads of an execution. Stateless. */
public final class WaitForGraph {
    private WaitForGraph() {}

    /** Returns the thread that a thread waits for, or null if no particular one. */
    public static @Nullable Task holder(Task task) {
        Thread thread = task.operation().holder();
        return thread == null ? null : task.execution().actors().find(thread);
    }

    /**
     * Returns a cycle of the wait-for graph, in which each thread waits for the next and the last for the first; empty
     * if there is none.
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

    /** Returns the result of {@code Thread.getState}; null stands for a thread that was not started. */
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
