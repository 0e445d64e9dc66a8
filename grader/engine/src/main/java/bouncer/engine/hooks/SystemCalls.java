package bouncer.engine.hooks;

import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.ModelTask;
import bouncer.engine.model.Variation;
import bouncer.engine.run.Chance;
import bouncer.engine.run.Execution;
import org.jspecify.annotations.Nullable;

/** Calls of {@code System} in instrumented code that must be the same in every run come here instead. */
public final class SystemCalls {
    private SystemCalls() {}

    public static long nanoTime() {
        ModelTask task = ModelTask.controlled();
        return task == null ? System.nanoTime() : task.virtualClock().nanoTime();
    }

    public static long currentTimeMillis() {
        ModelTask task = ModelTask.controlled();
        return task == null
                ? System.currentTimeMillis()
                : task.virtualClock().instant().toEpochMilli();
    }

    public static void arraycopy(Object from, int at, Object to, int into, int length) {
        ModelTask task = ModelTask.counted();
        boolean arrays = from != null
                && to != null
                && from.getClass().isArray()
                && to.getClass().isArray();
        if (task != null && arrays) {
            ArrayRanges.copy(task, from, at, to, into, length);
        }
        System.arraycopy(from, at, to, into, length);
    }

    /** Returns a seed for a generator that was given none. */
    public static long seed() {
        Variation.sees(Chance.NUMBERS);
        return DeterministicIds.fresh() + Variation.number() * 0x9E3779B97F4A7C15L;
    }

    public static int identityHashCode(@Nullable Object object) {
        Variation.sees(Chance.HASHES);
        return DeterministicIds.identityHash(object);
    }

    @SuppressWarnings("DoNotCallSuggester") // stands for a method that is called
    public static void exit(int status) {
        throw lost("System.exit(" + status + ")");
    }

    @SuppressWarnings("DoNotCallSuggester") // stands for a method that is called
    public static String setProperty(String key, String value) {
        throw lost("System.setProperty, which outlives an execution");
    }

    @SuppressWarnings("DoNotCallSuggester") // stands for a method that is called
    public static String clearProperty(String key) {
        throw lost("System.clearProperty, which outlives an execution");
    }

    private static RuntimeException lost(String call) {
        Execution execution = Execution.active();
        if (execution == null) {
            throw new IllegalStateException(call + " outside of the exploration");
        }
        return execution.lose("the program calls " + call);
    }
}
