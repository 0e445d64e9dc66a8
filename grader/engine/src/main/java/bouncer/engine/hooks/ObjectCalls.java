package bouncer.engine.hooks;

import bouncer.engine.model.ModelTask;
import bouncer.engine.model.ModelThread;
import bouncer.engine.model.PlainObject;
import java.util.Objects;

/** Calls of {@code Object}'s final methods in instrumented code come here instead. */
public final class ObjectCalls {
    private ObjectCalls() {}

    /** The class that the program made an instance of. */
    @SuppressWarnings("GetClassOnClass") // whatever the receiver is
    public static Class<?> getClass(Object object) {
        Class<?> type = object.getClass();
        return type == ModelThread.class ? Thread.class : type == PlainObject.class ? Object.class : type;
    }

    public static void wait(Object object) throws InterruptedException {
        await(object, 0);
    }

    public static void wait(Object object, long millis) throws InterruptedException {
        if (millis < 0) {
            throw new IllegalArgumentException("timeout value is negative");
        }
        await(object, ThreadCalls.millis(millis));
    }

    public static void wait(Object object, long millis, int nanos) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999) {
            throw new IllegalArgumentException("timeout value is negative or nanosecond timeout value out of range");
        }
        // As the JDK does: nanoseconds count as a whole millisecond.
        await(object, ThreadCalls.millis(nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis));
    }

    private static void await(Object object, long nanos) throws InterruptedException {
        Objects.requireNonNull(object);
        ModelTask task = ModelTask.counted();
        if (task == null) {
            throw new IllegalMonitorStateException("not a thread of an exploration");
        }
        task.monitors().await(object, nanos);
    }

    public static void notify(Object object) {
        signal(object, false);
    }

    public static void notifyAll(Object object) {
        signal(object, true);
    }

    private static void signal(Object object, boolean all) {
        Objects.requireNonNull(object);
        ModelTask task = ModelTask.counted();
        if (task != null) {
            task.monitors().signal(object, all);
        }
    }
}
