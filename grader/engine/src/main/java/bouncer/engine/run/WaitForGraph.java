package bouncer.engine.run;

import bouncer.engine.Place;
import bouncer.engine.Waiting;
import bouncer.engine.model.Monitor;
import bouncer.engine.model.ThreadModel;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.trace.ObjectNames;
import bouncer.engine.trace.Recorder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who waits for what, and for whom. */
public final class WaitForGraph {
    private WaitForGraph() {}

    /** The task that could end another's wait, or null when there is no one in particular. */
    static @Nullable public Task holder(Execution x, Task task) {
        Operation op = task.op;
        if (op.kind == OperationKind.ENTER && op.guard instanceof Monitor monitor) {
            return monitor.owner;
        }
        Thread thread = op.holder == null ? null : op.holder.get();
        return thread == null ? null : ThreadModel.find(x, thread);
    }

    public static Waiting describe(Execution x, Task task) {
        Recorder recorder = x.recorder;
        Task holder = holder(x, task);
        List<Place> stack = recorder == null ? List.of() : recorder.stackOf(task);
        return new Waiting(task.name, what(x, task), holder == null ? null : holder.name, task.op.timed, stack);
    }

    public static String what(Execution x, Task task) {
        Operation op = task.op;
        ObjectNames names = x.recorder == null ? new ObjectNames() : x.recorder.names();
        return switch (op.kind) {
            case ENTER -> "the monitor of " + names.of(((Monitor) java.util.Objects.requireNonNull(op.guard)).object);
            case WAITING -> "a notify of " + names.of(java.util.Objects.requireNonNull(task.waitsIn).object);
            case AWAIT ->
                op.waitsFor.isEmpty()
                        ? names.call(op.locs[0], op.words)
                        : op.waitsFor + " of " + names.of(op.locs[0].owner);
            default -> op.waitsFor.isEmpty() ? op.words : op.waitsFor;
        };
    }

    /** Tasks that wait for each other in a cycle; empty if there is none. */
    public static List<Task> cycle(Execution x) {
        for (Task start : x.tasks) {
            List<Task> path = new ArrayList<>();
            Set<Task> on = new HashSet<>();
            Task at = start;
            while (at != null && !at.ended && on.add(at)) {
                path.add(at);
                at = holder(x, at);
            }
            if (at != null && !at.ended) {
                return path.subList(path.indexOf(at), path.size());
            }
        }
        return List.of();
    }

    public static boolean waits(Execution x, Task task) {
        Operation op = task.op;
        // To wait for one's own stores is no waiting for anybody.
        return !task.ended
                && op.kind != OperationKind.DRAIN
                && op.guard != null
                && !op.guard.holds(task)
                && !(op.interruptible && task.interrupted);
    }

    public static Thread.State state(Execution x, @Nullable Task task) {
        if (task == null) {
            return Thread.State.NEW;
        }
        if (task.ended) {
            return Thread.State.TERMINATED;
        }
        if (!waits(x, task) || task.op.kind == OperationKind.SPIN) {
            return Thread.State.RUNNABLE;
        }
        if (task.op.kind == OperationKind.ENTER) {
            return Thread.State.BLOCKED;
        }
        return task.op.timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
    }

    /** A task that waits though it must not, or null. */
    static @Nullable Task forbidden(Execution x) {
        for (Task task : x.tasks) {
            if (task.mustNotWait != null && x.going.ways(task.id) == 0 && waits(x, task)) {
                return task;
            }
        }
        return null;
    }
}
