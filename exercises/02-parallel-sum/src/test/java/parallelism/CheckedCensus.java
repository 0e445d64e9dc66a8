package parallelism;

import bouncer.checks.Cpu;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * How many threads a sum had. The JVM itself counts those that were started, and the most that were alive, so no moment
 * is missed; whether the caller, or a thread that was there before, did a share of the work shows in its processor time.
 *
 * @param atOnce the most threads that were alive beside those that were there before, and of these those that worked
 * @param inAll those that were started, and of those that were there before those that worked
 * @param lasting those among them that were there before, as those of a pool that every call shares
 * @param callersNanos processor time of the caller, -1 where it can't be told
 * @param forkJoin whether threads of a fork-join pool were among them
 */
record CheckedCensus(int atOnce, int inAll, int lasting, long callersNanos, boolean forkJoin) {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    /** What a thread of the JVM's own may use by the way. */
    private static final long WORKED_NANOS = 500_000;

    /** A sum that several threads may share. */
    @FunctionalInterface
    interface Sum {
        long of(int[] numbers, int workers);
    }

    /** Takes the census of one call. */
    static CheckedCensus of(Sum sum, int[] numbers, int workers) {
        Map<Thread, Long> before = new HashMap<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> before.put(thread, Cpu.of(thread)));
        before.remove(Thread.currentThread());
        BEAN.resetPeakThreadCount();
        int there = BEAN.getPeakThreadCount();
        long started = BEAN.getTotalStartedThreadCount();
        long start = Cpu.ofCurrent();
        sum.of(numbers, workers);
        long used = Cpu.ofCurrent() - start;
        int most = BEAN.getPeakThreadCount() - there;
        int all = (int) (BEAN.getTotalStartedThreadCount() - started);
        int lasting = (int) before.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof ForkJoinWorkerThread)
                .filter(entry -> Cpu.of(entry.getKey()) - entry.getValue() > WORKED_NANOS)
                .count();
        boolean forkJoin = lasting > 0
                || Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread instanceof ForkJoinWorkerThread && !before.containsKey(thread));
        return new CheckedCensus(most + lasting, all + lasting, lasting, start < 0 ? -1 : used, forkJoin);
    }

    /** Whether the caller did a share of the work, or that can't be told: an eighth of what all of it costs. */
    boolean callerWorked(long whole) {
        return callersNanos < 0 || callersNanos * 8 >= whole;
    }

    /** The processor time of adding up all numbers in one thread, at its least. */
    static long cost(int[] numbers) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = Cpu.ofCurrent();
            long sum = plain(numbers, 0, numbers.length);
            least = Math.min(least, Cpu.ofCurrent() - start + (sum == 0 ? 1 : 0));
        }
        return least;
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
