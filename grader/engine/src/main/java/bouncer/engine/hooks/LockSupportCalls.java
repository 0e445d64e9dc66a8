package bouncer.engine.hooks;

import bouncer.engine.model.ThreadModel;
import bouncer.engine.run.Execution;
import bouncer.engine.run.Task;
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
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x != null && task != null) {
            x.points++;
            if (nanos == 0) {
                ThreadModel.parkNot(x, task);
            } else {
                ThreadModel.park(x, task, nanos);
            }
        }
    }

    public static void unpark(@Nullable Thread thread) {
        Execution x = Execution.active();
        Task task = Hooks.caller(x);
        if (x != null && task != null) {
            x.points++;
            ThreadModel.unpark(x, task, thread);
        }
    }

    public static void setCurrentBlocker(@Nullable Object blocker) {
        // For thread dumps only.
    }
}
