package bouncer.engine.ops;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.ModelTask;
import java.util.function.Supplier;

/**
 * Additions of library models to a trace, which do not change the execution. Call them in the action of a step.
 */
public final class TraceOps {
    private TraceOps() {}

    /** Adds a remark to the step, such as {@code permits 1 → 0}; evaluated only when a trace is recorded. */
    public static void say(Supplier<String> words) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.execution().listener().said(task, words);
        }
    }

    /** The step acquired the target as a lock. */
    public static void locked(Object target) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            locked(task, target, true);
        }
    }

    /** The step released the target, which is a lock, once. */
    public static void unlocked(Object target) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            locked(task, target, false);
        }
    }

    private static void locked(ModelTask task, Object target, boolean acquired) {
        MemoryLocation location = Target.location(task.execution(), target);
        task.execution().listener().locked(task, location, acquired);
    }
}
