package bouncer.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Measures the same work with one, two and as many threads as there are cores. */
final class Parallelism {
    private static final int ROUNDS = 5;
    private static final double WORTH = 1.3;

    private Parallelism() {}

    static void run() throws IOException, InterruptedException {
        int cores = Machine.cores();
        Console.line(
                "Parallelism: tasks run at the same moment, and so the whole is done sooner. It needs cores: here %d.",
                cores);
        int pieces = ActivityTrace.piecesFor(240);
        List<Integer> counts =
                IntStream.of(1, 2, cores, 2 * cores).distinct().sorted().boxed().toList();
        // The thread counts alternate within each round, so that other load on the machine affects all of them alike.
        long[][] nanos = new long[counts.size()][ROUNDS];
        ActivityTrace.together(2, pieces / 4);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < counts.size(); i++) {
                nanos[i][round] = ActivityTrace.together(counts.get(i), pieces / counts.get(i))
                        .nanos();
            }
        }
        Console.heading("The same work, split among threads (median of " + ROUNDS + " rounds)");
        long single = median(nanos[0]);
        for (int i = 0; i < counts.size(); i++) {
            long time = median(nanos[i]);
            double gain = (double) single / time;
            Console.line(
                    "  %2d %-8s %7.1f ms   %.2f times as fast   %s",
                    counts.get(i),
                    counts.get(i) == 1 ? "thread" : "threads",
                    Console.millis(time),
                    gain,
                    "*".repeat((int) Math.round(gain * 10)));
        }
        Console.line("%n  %s", meaning(cores, counts, nanos));
        List<String> one = ChildJvms.oneCore();
        if (!one.isEmpty()) {
            Console.heading("Two threads, bound to one core");
            System.out.print(
                    ChildJvms.start(one, List.of(), "together", "" + pieces / 2).output());
        }
    }

    /** Prints only conclusions that these numbers support. */
    private static String meaning(int cores, List<Integer> counts, long[][] nanos) {
        double full = median(nanos[counts.indexOf(cores)]);
        if (cores > 1 && median(nanos[0]) < WORTH * full) {
            return "More threads hardly gained. " + Machine.busy();
        }
        return full < WORTH * median(nanos[counts.indexOf(2 * cores)])
                ? "More threads than cores gain nothing: they only take turns."
                : "More threads than cores gained something here: others had some of the cores' time.";
    }

    /** Runs two tasks and prints the result, also in the child; returns the share of the time in which both ran. */
    static double measure(String how, int pieces) throws InterruptedException {
        ActivityTrace track =
                how.equals("together") ? ActivityTrace.together(2, pieces) : ActivityTrace.inTurn(2, pieces);
        track.draw();
        Console.line(
                "  Both in progress at once? %s. Really at the same moment: %.0f %% of the time.",
                Concurrency.yes(track.allInProgressAtOnce()), track.overlap() * 100);
        return track.overlap();
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
