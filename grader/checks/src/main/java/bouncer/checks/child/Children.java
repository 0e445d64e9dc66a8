package bouncer.checks.child;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Where a submission's {@code ProcessBuilder.start()} leads: its loader puts this call in that one's place. A check can
 * have what children write read late, as threads on a busy machine may read it. Thread-safe.
 *
 * <pre>{@code
 * try (Children.Late late = Children.readLate(1, TimeUnit.SECONDS)) {
 *     result = ChildProcess.run(Echo.class, "text"); // right only if it waits for whoever reads the output
 * }
 * }</pre>
 */
public final class Children {
    private static volatile long lateNanos;

    private Children() {}

    /** As long as this is open, output is read late. */
    public interface Late extends AutoCloseable {
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

    /** In place of {@code builder.start()}. */
    public static Process start(ProcessBuilder builder) throws IOException {
        Process child = builder.start();
        long late = lateNanos;
        return late == 0 ? child : new LateChild(child, late);
    }
}
