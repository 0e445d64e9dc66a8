package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;

/** Calls of the fences of {@code VarHandle} in instrumented code come here instead. */
public final class FenceCalls {
    private FenceCalls() {}

    public static void fullFence() {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.stores().drain();
            task.fences().full();
        }
    }

    public static void acquireFence() {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.fences().afterLoads();
        }
    }

    public static void releaseFence() {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.fences().afterLoads();
            task.stores().fence();
        }
    }

    public static void loadLoadFence() {
        acquireFence();
    }

    public static void storeStoreFence() {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.stores().fence();
        }
    }
}
