package bouncer.checks;

import java.util.concurrent.TimeUnit;

/** The clock of the world a check runs in: real, or virtual under exploration, where only waiting makes time pass. */
public final class Clock {
    private Clock() {}

    /** Nanoseconds since some fixed moment. */
    public static long nanoTime() {
        return ExecutionEnvironment.current().nanoTime();
    }

    /** Whole milliseconds since a moment that {@link #nanoTime} returned. */
    public static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime() - start);
    }

    /** Sleeps; throws {@link InterruptedException} unchecked. */
    public static void sleep(long amount, TimeUnit unit) {
        try {
            ExecutionEnvironment.current().sleep(unit.toNanos(amount));
        } catch (InterruptedException e) {
            throw SneakyThrow.sneaky(e);
        }
    }
}
