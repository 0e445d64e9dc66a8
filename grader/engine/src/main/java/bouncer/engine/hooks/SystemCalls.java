package bouncer.engine.hooks;

import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.VirtualClock;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
import org.jspecify.annotations.Nullable;

/** Calls of {@code System} in instrumented code that must be the same in every run come here instead. */
public final class SystemCalls {
    private SystemCalls() {}

    public static long nanoTime() {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        return x == null || task == null ? System.nanoTime() : VirtualClock.nanoTime(x, task);
    }

    public static long currentTimeMillis() {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        return x == null || task == null
                ? System.currentTimeMillis()
                : VirtualClock.instant(x, task).toEpochMilli();
    }

    /** Where a generator starts that asks for no seed. */
    public static long seed() {
        return DeterministicIds.hash();
    }

    public static int identityHashCode(@Nullable Object object) {
        return Hooks.identityHash(object);
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
        Execution x = Execution.active();
        if (x == null) {
            throw new IllegalStateException(call + " outside of the exploration");
        }
        return x.lose("the program calls " + call);
    }
}
