package bouncer.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs busy tasks and finds out when each of them really ran: a task reads the clock after every small piece of work,
 * and during a piece that took far longer than usual another thread had the core.
 */
final class ActivityTrace {
    private static final int MOST_STAMPS = 1 << 20;
    private static final int COLUMNS = 64;
    private static final int SURELY_INTERRUPTED = 10;
    private static final double RAN = 0.05;
    private final List<long[]> stamps = new ArrayList<>();
    private final long start;
    private final long end;

    private ActivityTrace(List<long[]> stamps) {
        this.stamps.addAll(stamps);
        this.start = stamps.stream().mapToLong(s -> s[0]).min().orElse(0);
        this.end = stamps.stream().mapToLong(s -> s[s.length - 1]).max().orElse(1);
    }

    /** Runs so many tasks at once, each of so many pieces of work. */
    static ActivityTrace together(int tasks, int pieces) throws InterruptedException {
        long[][] stamps = new long[tasks][];
        CountDownLatch gate = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            int task = i;
            Thread thread = new Thread(() -> {
                awaitQuietly(gate);
                stamps[task] = work(pieces);
            });
            thread.start();
            threads.add(thread);
        }
        gate.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return new ActivityTrace(Arrays.asList(stamps));
    }

    /** Runs the tasks one after the other on this thread. */
    static ActivityTrace inTurn(int tasks, int pieces) {
        List<long[]> stamps = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            stamps.add(work(pieces));
        }
        return new ActivityTrace(stamps);
    }

    /** Returns the number of pieces that take about this many milliseconds on this machine, by measurement. */
    static int piecesFor(long millis) {
        work(2_000);
        long[] trial = work(2_000);
        // The fastest half shows what a piece costs without interference.
        long[] gaps = gaps(trial);
        Arrays.sort(gaps);
        long usual = Math.max(1, gaps[gaps.length / 2]);
        return (int) Math.min(MOST_STAMPS, millis * 1_000_000 / usual);
    }

    private static long[] work(int pieces) {
        long[] stamps = new long[pieces + 1];
        stamps[0] = System.nanoTime();
        double value = 1;
        for (int i = 1; i <= pieces; i++) {
            for (int k = 0; k < 2_000; k++) {
                value = value * 1.0000001 + 1e-9;
            }
            stamps[i] = System.nanoTime();
        }
        if (value == 42) {
            System.out.print("");
        }
        return stamps;
    }

    private static long[] gaps(long[] stamps) {
        long[] gaps = new long[stamps.length - 1];
        for (int i = 1; i < stamps.length; i++) {
            gaps[i - 1] = stamps[i] - stamps[i - 1];
        }
        return gaps;
    }

    /** Returns the time from the first start to the last end, in nanoseconds. */
    long nanos() {
        return end - start;
    }

    /** Draws a line for each task: {@code #} where it ran, {@code -} where it was in progress but had to wait. */
    void draw() {
        for (int task = 0; task < stamps.size(); task++) {
            double[] share = shares(stamps.get(task));
            StringBuilder row = new StringBuilder();
            long[] own = stamps.get(task);
            for (int column = 0; column < COLUMNS; column++) {
                long from = start + nanos() * column / COLUMNS;
                long to = start + nanos() * (column + 1) / COLUMNS;
                boolean inProgress = to > own[0] && from < own[own.length - 1];
                row.append(share[column] > RAN ? '#' : inProgress ? '-' : ' ');
            }
            Console.line("  task %d |%s|", task + 1, row);
        }
        Console.line("         0%" + (COLUMNS - 1) + ".0f ms", Console.millis(nanos()));
    }

    /** Returns the share of the first two tasks' running time in which both ran at the same moment, from 0 to 1. */
    double overlap() {
        List<long[]> first = running(stamps.get(0));
        List<long[]> second = running(stamps.get(1));
        long both = 0;
        int other = 0;
        for (long[] one : first) {
            while (other < second.size() && second.get(other)[1] <= one[0]) {
                other++;
            }
            for (int i = other; i < second.size() && second.get(i)[0] < one[1]; i++) {
                both += Math.min(one[1], second.get(i)[1]) - Math.max(one[0], second.get(i)[0]);
            }
        }
        long shorter = Math.min(total(first), total(second));
        return shorter == 0 ? 0 : (double) both / shorter;
    }

    private static long total(List<long[]> intervals) {
        return intervals.stream()
                .mapToLong(interval -> interval[1] - interval[0])
                .sum();
    }

    /** Returns the intervals in which a task had the core, as pairs of times. */
    private static List<long[]> running(long[] own) {
        long usual = usual(own);
        List<long[]> intervals = new ArrayList<>();
        for (int i = 1; i < own.length; i++) {
            if (own[i] - own[i - 1] <= SURELY_INTERRUPTED * usual) {
                intervals.add(new long[] {own[i - 1], own[i]});
            }
        }
        return intervals;
    }

    private static long usual(long[] own) {
        long[] sorted = gaps(own);
        Arrays.sort(sorted);
        return Math.max(1, sorted[sorted.length / 2]);
    }

    /** Returns true if every task began before any ended. */
    boolean allInProgressAtOnce() {
        long lastBegin = stamps.stream().mapToLong(s -> s[0]).max().orElse(0);
        long firstEnd = stamps.stream().mapToLong(s -> s[s.length - 1]).min().orElse(0);
        return lastBegin < firstEnd;
    }

    private double[] shares(long[] own) {
        double[] ran = new double[COLUMNS];
        double width = Math.max(1, (double) nanos() / COLUMNS);
        for (long[] interval : running(own)) {
            int column = (int) Math.min(COLUMNS - 1, Math.max(0, (interval[1] - start) / width));
            ran[column] += (interval[1] - interval[0]) / width;
        }
        return ran;
    }

    private static void awaitQuietly(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
