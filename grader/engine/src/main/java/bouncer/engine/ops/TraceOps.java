package bouncer.engine.ops;

import bouncer.engine.run.Kernel;
import java.util.function.Supplier;

/** What models of library classes add to a trace; nothing of it changes an execution. Call it in the action of a step. */
public final class TraceOps {
    private TraceOps() {}

    /** Adds a remark to the step, such as {@code permits 1 → 0}; evaluated only when a trace is recorded. */
    public static void say(Supplier<String> words) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.say(words);
        }
    }

    /** The step acquired the target as a lock. */
    public static void locked(Object target) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.held(target, 1);
        }
    }

    /** The step released the target, which is a lock, once. */
    public static void unlocked(Object target) {
        Kernel kernel = Kernel.find();
        if (kernel != null) {
            kernel.held(target, -1);
        }
    }
}
