package bouncer.engine.model;

import bouncer.engine.Waiting;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.run.WaitForGraph;
import bouncer.engine.schedule.OperationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one thread of an execution may learn of the others; nothing of it is a step. */
public final class ThreadInspector {
    private final Execution x;

    public ThreadInspector(Execution x) {
        this.x = x;
    }

    private @Nullable Task task(Thread thread) {
        return ThreadModel.find(x, thread);
    }

    public boolean isBlocked(Thread thread) {
        Task other = task(thread);
        return other != null && WaitForGraph.waits(x, other) && other.op.kind != OperationKind.SPIN;
    }

    public boolean isTimed(Thread thread) {
        Task other = task(thread);
        return other != null && WaitForGraph.waits(x, other) && other.op.timed;
    }

    public boolean isSpinning(Thread thread) {
        Task other = task(thread);
        return other != null && !other.ended && other.op.kind == OperationKind.SPIN;
    }

    public boolean hasEnded(Thread thread) {
        Task other = task(thread);
        return other != null && other.ended;
    }

    public @Nullable Waiting waiting(Thread thread) {
        Task other = task(thread);
        return other == null || !WaitForGraph.waits(x, other) ? null : WaitForGraph.describe(x, other);
    }

    public List<Thread> alive() {
        return x.tasks.stream()
                .filter(t -> !t.ended && t.lane == null)
                .map(t -> t.thread)
                .toList();
    }

    /** How many locks of models a thread holds. */
    public int held(Thread thread) {
        Task other = task(thread);
        return other == null ? 0 : other.held.size();
    }

    public @Nullable Throwable thrownBy(Thread thread) {
        Task other = task(thread);
        return other == null ? null : other.thrown;
    }

    /** What traces call a thread. */
    public static String name(Thread thread) {
        Execution x = Execution.active();
        Task task = x == null ? null : ThreadModel.find(x, thread);
        return task == null ? thread.getName() : task.name;
    }
}
