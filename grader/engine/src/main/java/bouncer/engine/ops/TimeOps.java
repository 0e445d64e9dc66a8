package bouncer.engine.ops;

import bouncer.engine.model.DeterministicIds;
import bouncer.engine.model.ModelTask;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** Virtual time and timeouts, for models of library classes; real time outside an exploration. */
public final class TimeOps {
    /** In place of a number of nanoseconds or of a deadline: no limit. */
    public static final long FOREVER = Long.MIN_VALUE;

    private TimeOps() {}

    /** Virtual time in nanoseconds. */
    public static long nanoTime() {
        ModelTask task = ModelTask.find();
        return task == null ? System.nanoTime() : task.execution().enabled().time(task);
    }

    /** Returns the virtual wall clock in milliseconds, as {@code System.currentTimeMillis}. */
    public static long currentTimeMillis() {
        ModelTask task = ModelTask.find();
        return task == null
                ? System.currentTimeMillis()
                : task.virtualClock().instant().toEpochMilli();
    }

    /** Returns a seed for a generator that was given none: the same in every execution of a schedule. */
    public static long seed() {
        return DeterministicIds.fresh();
    }

    /** Returns a timeout in nanoseconds, at least 0, as {@link Ops#block} takes it. */
    public static long nanos(long time, TimeUnit unit) {
        return Math.max(0, unit.toNanos(time));
    }

    /** Returns the deadline of a wait of so many nanoseconds from now; {@link #FOREVER} for {@link #FOREVER}. */
    public static long deadline(long nanos) {
        if (nanos == FOREVER) {
            return FOREVER;
        }
        long now = nanoTime();
        long end = now + Math.max(0, nanos);
        return end < now ? Long.MAX_VALUE : end;
    }

    /** Nanoseconds from now to a {@link #deadline}, at least 0; {@link #FOREVER} for {@link #FOREVER}. */
    public static long remaining(long deadline) {
        return deadline == FOREVER ? FOREVER : Math.max(0, deadline - nanoTime());
    }

    /** Nanoseconds to a date on the virtual wall clock, at least 0. */
    @SuppressWarnings("JavaUtilDate") // what the modelled methods take
    public static long nanosUntil(Date date) {
        return nanos(date.getTime() - currentTimeMillis(), TimeUnit.MILLISECONDS);
    }
}
