package parallelism;

import bouncer.checks.Cpu;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * How many threads added up a sum. The JVM counts the threads that were started and the largest number alive, so none
 * is missed. The caller, and threads that existed before, count if they used processor time.
 *
 * @param atOnce the largest number of new threads alive at the same time, plus the earlier threads that worked
 * @param inAll the number of threads that were started, plus the earlier threads that worked
 * @param lasting the number of earlier threads that worked, such as those of a pool that all calls share
 * @param callersNanos the processor time of the caller in nanoseconds; -1 if it cannot be measured
 * @param forkJoin true if threads of a fork-join pool were among them
 */
record CheckedCensus(int atOnce, int inAll, int lasting, long callersNanos, boolean forkJoin) {
    private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
    /** A caller that did less than this part of a worker's fair share only waited for its workers. */
    private static final int LEAST_SHARE = 4;
    /** How often the cost of a plain sum is measured; the least is free of interruptions. */
    private static final int COST_RUNS = 5;
    /** An earlier thread with less processor time than this, in nanoseconds, did no work: the JVM's own use some. */
    private static final long WORKED_NANOS = 500_000;

    /** A sum that several threads may share. */
    @FunctionalInterface
    interface Sum {
        long of(int[] numbers, int workers);
    }

    /** Work for the common pool, which lasts until this is closed. */
    interface Busy extends AutoCloseable {
        @Override
        void close();
    }

    /** Gives each thread of the common pool work that does not end, and returns when all have begun it. */
    static Busy busyCommonPool() throws InterruptedException {
        int threads = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch begun = new CountDownLatch(threads);
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                begun.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        begun.await();
        return end::countDown;
    }

    /** Counts the threads of one call. */
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

    /**
     * Returns true if the caller did a share of the work, or if that cannot be measured.
     *
     * @param whole what all of the work costs, in nanoseconds of processor time
     * @param workers the number of threads among which it is divided
     */
    boolean callerWorked(long whole, int workers) {
        return callersNanos < 0 || callersNanos * LEAST_SHARE * workers >= whole;
    }

    /** Returns the smallest processor time, in nanoseconds, in which one thread adds up all numbers. */
    static long cost(int[] numbers) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COST_RUNS; i++) {
            long start = Cpu.ofCurrent();
            long sum = plain(numbers, 0, numbers.length);
            least = Math.min(least, Cpu.ofCurrent() - start + (sum == 0 ? 1 : 0));
        }
        return least;
    }

    /**
     * Adds up with this many threads, all started before the first is joined: the speedup that this machine can show.
     */
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
                throw new AssertionError("no thread interrupts a check", e);
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
