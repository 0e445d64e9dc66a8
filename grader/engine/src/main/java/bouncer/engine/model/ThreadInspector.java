package bouncer.engine.model;

import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import bouncer.engine.schedule.OperationKind;
import org.jspecify.annotations.Nullable;

/** What may be learned of the threads of an execution without a step. Stateless. */
public final class ThreadInspector {
    private ThreadInspector() {}

    /** Whether a thread waits by looking again and again at what does not change. */
    public static boolean isSpinning(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        return task != null && !task.hasEnded() && task.operation().kind() == OperationKind.SPIN;
    }

    /** Whether a thread has ended. */
    public static boolean hasEnded(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        return task != null && task.hasEnded();
    }

    /** What traces call a thread; its own name outside an exploration. */
    public static String name(Thread thread) {
        Execution execution = Execution.active();
        @Nullable Task task = execution == null ? null : execution.actors().find(thread);
        return task == null ? thread.getName() : task.name();
    }
}
