package bouncer.checks.child;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a submission's {@code ProcessBuilder.start()} leads, and what it knows of time: its loader puts these calls in the
 * place of those. A check can have what children write read late, as threads on a busy machine may read it, and time pass
 * fast or slowly while a child runs. Thread-safe.
 *
 * <pre>{@code
 * try (Children.Late late = Children.readLate(1, TimeUnit.SECONDS)) {
 *     result = ChildProcess.run(Echo.class, "text"); // right only if it waits for whoever reads the output
 * }
 * }</pre>
 */
public final class ChildScripts {
    private static volatile long lateNanos;
    private static volatile @Nullable PacedClock clock;

    private ChildScripts() {}

    /** As long as this is open, output is read late. */
    public interface Late extends AutoCloseable {
        @Override
        void close();
    }

    /** As long as this is open, time passes fast or slowly for whoever waits for a child. */
    public interface Pace extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From here on nobody gets a byte of a child's standard output before so long after its end, which is when its output
     * is complete. For children that write less than a pipe holds.
     */
    public static Late readLate(long time, TimeUnit unit) {
        lateNanos = unit.toNanos(time);
        return () -> lateNanos = 0;
    }

    /**
     * From here on time passes so many times as fast for a submission, while the next child that it starts is alive: so a
     * child need not run for minutes to be one that does. What it waits for after the child's end takes its time as ever.
     */
    public static Pace timePasses(int times) {
        return paced(times);
    }

    /**
     * The same, but time passes so many times as slowly: whoever ends a child after a second or two then finds each one that
     * ends by itself ended, however long a busy machine takes for it.
     */
    public static Pace timePassesSlowly(int times) {
        return paced(1.0 / times);
    }

    private static Pace paced(double times) {
        clock = new PacedClock(times);
        return () -> clock = null;
    }

    /** In place of {@code builder.start()}. */
    public static Process start(ProcessBuilder builder) throws IOException {
        Process child = builder.start();
        PacedClock paced = clock;
        if (paced != null) {
            paced.runs(child);
        }
        long late = lateNanos;
        return late == 0 ? child : new LateChild(child, late);
    }

    /** What a wait of so long is in nanoseconds. */
    public static long nanos(long time, TimeUnit unit) {
        PacedClock paced = clock;
        return paced == null ? unit.toNanos(time) : paced.paced(unit.toNanos(time));
    }

    /** What a wait of so many milliseconds is; of 0, which is for ever in many places, it is 0. */
    public static long millis(long millis) {
        PacedClock paced = clock;
        return paced == null || millis <= 0 ? millis : Math.max(1, nanos(millis, TimeUnit.MILLISECONDS) / 1_000_000);
    }

    /** In place of {@code unit.sleep(time)}. */
    public static void sleep(TimeUnit unit, long time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos(time, unit));
    }

    /** In place of {@code System.nanoTime()}. */
    public static long nanoTime() {
        PacedClock paced = clock;
        return System.nanoTime() + (paced == null ? 0 : paced.ahead());
    }

    /** In place of {@code System.currentTimeMillis()}. */
    public static long currentTimeMillis() {
        PacedClock paced = clock;
        return System.currentTimeMillis() + (paced == null ? 0 : paced.ahead() / 1_000_000);
    }
}
