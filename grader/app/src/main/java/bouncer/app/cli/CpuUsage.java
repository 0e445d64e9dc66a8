package bouncer.app.cli;

import bouncer.app.sandbox.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Processor time of this process and of the children that have ended. Known on Linux only.
 *
 * @param ticks hundredths of a second, or -1 if unknown
 */
record CpuUsage(long ticks) {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Reads the processor time used so far. */
    static CpuUsage now() {
        try {
            String stat = Files.readString(STAT);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long sum = 0;
            // utime, stime, cutime, cstime: fields 14 to 17 of proc(5). The first two fields were cut off above.
            for (int i = 11; i <= 14; i++) {
                sum += Long.parseLong(fields[i]);
            }
            return new CpuUsage(sum + ProcessTree.killedNanos() / NANOS_PER_TICK);
        } catch (IOException | RuntimeException e) {
            return new CpuUsage(-1);
        }
    }

    /**
     * Returns the wall time and the processor time used since an earlier reading, as text. The placeholder {@code {n}}
     * stands for the number of submissions.
     *
     * @param before the earlier reading
     * @param nanos the wall time since then, in nanoseconds
     */
    String since(CpuUsage before, long nanos) {
        String wall = String.format(Locale.ROOT, "%.1f s wall", nanos / 1e9);
        return ticks < 0 || before.ticks < 0
                ? wall
                : String.format(
                        Locale.ROOT,
                        "%s, %.1f s of processor time for {n} submissions",
                        wall,
                        (ticks - before.ticks) / 100.0);
    }
}
