package bouncer.checks;

import java.util.concurrent.TimeUnit;

/**
 * The clock of the machine that a check runs on: the real clock, or under exploration a virtual one, on which time
 * passes only while threads wait. Stateless.
 */
public final class Clock {
    private Clock() {}

    /** Returns nanoseconds since an arbitrary fixed time, as {@link System#nanoTime} does. */
    public static long nanoTime() {
        return ExecutionEnvironment.current().nanoTime();
    }

    /** Returns the whole milliseconds since a time that {@link #nanoTime} returned. */
    public static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime() - start);
    }

    /** Sleeps for this time; throws {@link InterruptedException} without declaring it. */
    public static void sleep(long amount, TimeUnit unit) {
        try {
            ExecutionEnvironment.current().sleep(unit.toNanos(amount));
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }
}
