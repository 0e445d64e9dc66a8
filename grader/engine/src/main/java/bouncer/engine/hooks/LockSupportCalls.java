package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of {@code LockSupport} in instrumented code come here instead. */
public final class LockSupportCalls {
    private LockSupportCalls() {}

    public static void park() {
        parkFor(-1);
    }

    public static void park(@Nullable Object blocker) {
        parkFor(blocker, -1);
    }

    public static void parkNanos(long nanos) {
        parkNanos(null, nanos);
    }

    public static void parkNanos(@Nullable Object blocker, long nanos) {
        if (nanos > 0) {
            parkFor(blocker, nanos);
        }
    }

    public static void parkUntil(long deadline) {
        parkUntil(null, deadline);
    }

    public static void parkUntil(@Nullable Object blocker, long deadline) {
        long millis = deadline - SystemCalls.currentTimeMillis();
        parkFor(blocker, Math.max(0, ThreadCalls.millis(millis)));
    }

    private static void parkFor(long nanos) {
        ModelTask task = ModelTask.counted();
        if (task != null && nanos == 0) {
            task.parking().parkNot();
        } else if (task != null) {
            task.parking().park(nanos);
        }
    }

    private static void parkFor(@Nullable Object blocker, long nanos) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.parking().setBlocker(blocker);
        }
        parkFor(nanos);
        if (task != null) {
            task.parking().setBlocker(null);
        }
    }

    public static @Nullable Object getBlocker(Thread thread) {
        Objects.requireNonNull(thread);
        ModelTask task = ModelTask.counted();
        return task == null ? null : task.parking().blockerOf(thread);
    }

    public static void unpark(@Nullable Thread thread) {
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.parking().unpark(thread);
        }
    }

    public static void setCurrentBlocker(@Nullable Object blocker) {
        ModelTask task = ModelTask.find();
        if (task != null) {
            task.parking().setBlocker(blocker);
        }
    }
}
