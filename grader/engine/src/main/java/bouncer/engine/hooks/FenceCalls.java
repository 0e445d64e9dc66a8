package bouncer.engine.hooks;

import bouncer.engine.buffer.Buffers;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import org.jspecify.annotations.Nullable;

/** Calls of the fences of {@code VarHandle} in instrumented code come here instead. */
public final class FenceCalls {
    private FenceCalls() {}

    private static @Nullable Task caller() {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x != null && task != null) {
            x.points++;
        }
        return task;
    }

    public static void fullFence() {
        Task task = caller();
        if (task != null) {
            Buffers.drain(task);
            task.fences.full();
        }
    }

    public static void acquireFence() {
        Task task = caller();
        if (task != null) {
            task.fences.afterLoads();
        }
    }

    public static void releaseFence() {
        Task task = caller();
        if (task != null) {
            task.fences.afterLoads();
            Buffers.fence(task);
        }
    }

    public static void loadLoadFence() {
        acquireFence();
    }

    public static void storeStoreFence() {
        Task task = caller();
        if (task != null) {
            Buffers.fence(task);
        }
    }
}
