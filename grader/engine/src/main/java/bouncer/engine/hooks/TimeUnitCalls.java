package bouncer.engine.hooks;

import java.util.concurrent.TimeUnit;

/** Calls of {@code TimeUnit} that wait come here instead. */
public final class TimeUnitCalls {
    private TimeUnitCalls() {}

    public static void sleep(TimeUnit unit, long timeout) throws InterruptedException {
        if (timeout > 0) {
            long nanos = unit.toNanos(timeout);
            ThreadCalls.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    }

    public static void timedWait(TimeUnit unit, Object object, long timeout) throws InterruptedException {
        if (timeout > 0) {
            long millis = unit.toMillis(timeout);
            // What remains below a millisecond, as the JDK computes it.
            long nanos = unit == TimeUnit.NANOSECONDS || unit == TimeUnit.MICROSECONDS
                    ? unit.toNanos(timeout) - millis * 1_000_000
                    : 0;
            ObjectCalls.wait(object, millis, (int) nanos);
        }
    }

    public static void timedJoin(TimeUnit unit, Thread thread, long timeout) throws InterruptedException {
        if (timeout > 0) {
            long millis = unit.toMillis(timeout);
            ThreadCalls.join(thread, millis, millis == 0 ? 1 : 0);
        }
    }
}
