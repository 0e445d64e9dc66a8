package bouncer.engine.trace;

import bouncer.engine.Waiting;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import org.jspecify.annotations.Nullable;

/** Descriptions of what blocked threads wait for; with names and stacks only if a trace is recorded. Stateless. */
public final class WaitDescriptions {
    private WaitDescriptions() {}

    /** Returns what a thread is blocked on and where, or null if it is not blocked. */
    public static @Nullable Waiting of(Execution execution, Thread thread) {
        Task task = execution.actors().find(thread);
        if (task == null || !task.isWaiting()) {
            return null;
        }
        Recorder recorder = execution.listener() instanceof Recorder known ? known : new Recorder(type -> false);
        return recorder.describe(task);
    }
}
