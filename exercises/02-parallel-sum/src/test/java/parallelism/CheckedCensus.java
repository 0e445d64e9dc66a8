package parallelism;

import bouncer.checks.api.Cpu;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * How many threads a sum had at once. The JVM itself keeps the most that were alive, so no moment is missed; whether the
 * caller did a share of the work shows in the processor time it used.
 *
 * @param started the most threads beside those that were there before
 * @param callersNanos processor time of the caller, -1 where it can't be told
 * @param forkJoin whether threads of a fork-join pool were among them
 */
record CheckedCensus(int started, long callersNanos, boolean forkJoin) {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

    /** A sum that several threads may share. */
    @FunctionalInterface
    interface Sum {
        long of(int[] numbers, int workers);
    }

    /** Takes the census of one call. */
    static CheckedCensus of(Sum sum, int[] numbers, int workers) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        BEAN.resetPeakThreadCount();
        int there = BEAN.getPeakThreadCount();
        long start = Cpu.ofCurrent();
        sum.of(numbers, workers);
        long used = Cpu.ofCurrent() - start;
        int most = BEAN.getPeakThreadCount();
        boolean forkJoin = Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread instanceof ForkJoinWorkerThread && !before.contains(thread));
        return new CheckedCensus(most - there, start < 0 ? -1 : used, forkJoin);
    }

    /** Adds up with as many threads as asked for, all started before any is waited for: what any machine can show. */
    static long reference(int[] numbers, int workers) {
        long[] parts = new long[workers];
        Thread[] threads = new Thread[workers];
        for (int i = 0; i < workers; i++) {
            int part = i;
            int from = (int) ((long) numbers.length * i / workers);
            int to = (int) ((long) numbers.length * (i + 1) / workers);
            threads[i] = new Thread(() -> parts[part] = plain(numbers, from, to));
            threads[i].start();
        }
        long sum = 0;
        for (int i = 0; i < workers; i++) {
            try {
                threads[i].join();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts a check", e);
            }
            sum += parts[i];
        }
        return sum;
    }

    /** Adds up in the calling thread. */
    static long plain(int[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
