package bouncer.worker.child;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a submission's calls of {@code ProcessBuilder.start()}, clocks and timed waits, which are rewritten when its
 * classes are loaded. The methods do the same as the calls that they replace, unless the check delays the output of
 * child processes or changes the pace of time. Thread-safe.
 */
public final class ProcessCalls {
    private static volatile long lateNanos;
    private static volatile @Nullable PacedClock clock;

    private static volatile boolean javaOnPath = true;

    private ProcessCalls() {}

    /** Sets whether {@code java} can be started by its bare name. */
    public static void javaOnPath(boolean there) {
        javaOnPath = there;
    }

    /** Delays the output of child processes until this many nanoseconds after their end; 0 for no delay. */
    public static void holdBackOutput(long nanos) {
        lateNanos = nanos;
    }

    /** Speeds up time by this factor while the next child process is alive; 1 is the usual pace. */
    public static void pace(double times) {
        clock = times == 1 ? null : new PacedClock(times);
    }

    /** Replaces {@code builder.start()}. */
    public static Process start(ProcessBuilder builder) throws IOException {
        String program = builder.command().isEmpty() ? "" : builder.command().get(0);
        if (!javaOnPath && (program.equals("java") || program.equals("java.exe"))) {
            throw new IOException("Cannot run program \"" + program + "\": error=2, No such file or directory");
        }
        Process child = builder.start();
        PacedClock paced = clock;
        if (paced != null) {
            paced.runs(child);
        }
        long late = lateNanos;
        return late == 0 ? child : new LateChild(child, late);
    }

    /** Returns how many real nanoseconds a wait of this length takes. */
    public static long nanos(long time, TimeUnit unit) {
        PacedClock paced = clock;
        return paced == null ? unit.toNanos(time) : paced.paced(unit.toNanos(time));
    }

    /** Returns how many real milliseconds a wait of this many takes; 0, which often means no limit, stays 0. */
    public static long millis(long millis) {
        PacedClock paced = clock;
        return paced == null || millis <= 0 ? millis : Math.max(1, nanos(millis, TimeUnit.MILLISECONDS) / 1_000_000);
    }

    /** Replaces {@code unit.sleep(time)}. */
    public static void sleep(TimeUnit unit, long time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos(time, unit));
    }

    /** Replaces {@code System.nanoTime()}. */
    public static long nanoTime() {
        PacedClock paced = clock;
        return System.nanoTime() + (paced == null ? 0 : paced.ahead());
    }

    /** Replaces {@code System.currentTimeMillis()}. */
    public static long currentTimeMillis() {
        PacedClock paced = clock;
        return System.currentTimeMillis() + (paced == null ? 0 : paced.ahead() / 1_000_000);
    }
}
