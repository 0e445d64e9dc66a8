package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;
import org.jspecify.annotations.Nullable;

/** Calls of {@code LockSupport} in instrumented code come here instead. */
public final class LockSupportCalls {
    private LockSupportCalls() {}

    public static void park() {
        parkFor(-1);
    }

    public static void park(@Nullable Object blocker) {
        parkFor(-1);
    }

    public static void parkNanos(long nanos) {
        parkNanos(null, nanos);
    }

    public static void parkNanos(@Nullable Object blocker, long nanos) {
        if (nanos > 0) {
            parkFor(nanos);
        }
    }

    public static void parkUntil(long deadline) {
        parkUntil(null, deadline);
    }

    public static void parkUntil(@Nullable Object blocker, long deadline) {
        long millis = deadline - SystemCalls.currentTimeMillis();
        parkFor(Math.max(0, ThreadCalls.millis(millis)));
    }

    private static void parkFor(long nanos) {
        ModelTask task = ModelTask.counted();
        if (task != null && nanos == 0) {
            task.parking().parkNot();
        } else if (task != null) {
            task.parking().park(nanos);
        }
    }

    public static void unpark(@Nullable Thread thread) {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.parking().unpark(thread);
        }
    }

    public static void setCurrentBlocker(@Nullable Object blocker) {
        // For thread dumps only.
    }
}
