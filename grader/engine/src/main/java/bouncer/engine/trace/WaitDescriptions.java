package bouncer.engine.trace;

import bouncer.engine.Waiting;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import org.jspecify.annotations.Nullable;

/** What threads of an execution wait for, in words; with names and stacks only where a trace is recorded. Stateless. */
public final class WaitDescriptions {
    private WaitDescriptions() {}

    /** What a thread waits for and where, or null when it does not wait. */
    public static @Nullable Waiting of(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        if (task == null || !task.isWaiting()) {
            return null;
        }
        Recorder recorder = execution.listener() instanceof Recorder known ? known : new Recorder(type -> false);
        return recorder.describe(task);
    }
}
