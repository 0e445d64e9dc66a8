package bouncer.clients.plan;

import java.util.concurrent.TimeUnit;

/**
 * A time limit of a call. Immutable.
 *
 * @param time how many units; at most 0 means that the call does not wait
 */
public record Limit(long time, TimeUnit unit) {
    /** Longer than any client lasts. */
    public static final Limit LONG = new Limit(1, TimeUnit.DAYS);

    public static final Limit SHORT = new Limit(20, TimeUnit.MILLISECONDS);
    public static final Limit ZERO = new Limit(0, TimeUnit.NANOSECONDS);

    /** Returns the limit in nanoseconds, at least 0; {@code Long.MAX_VALUE} if it is longer. */
    public long nanos() {
        return Math.max(0, unit.toNanos(time));
    }

    @Override
    public String toString() {
        String number = time == Long.MIN_VALUE
                ? "Long.MIN_VALUE"
                : time == Long.MAX_VALUE ? "Long.MAX_VALUE" : Long.toString(time);
        return number + ", " + unit;
    }
}
