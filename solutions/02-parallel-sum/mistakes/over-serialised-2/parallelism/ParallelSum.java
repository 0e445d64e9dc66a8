package parallelism;

import java.util.concurrent.locks.ReentrantLock;

/** All workers add to one total. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException("numbers: " + numbers + ", workers: " + workers);
        }
        ReentrantLock lock = new ReentrantLock();
        long[] total = new long[1];
        Thread[] threads = new Thread[workers];
        for (int w = 0; w < workers; w++) {
            int first = w;
            threads[w] = new Thread(() -> {
                for (int i = first; i < numbers.length; i += workers) {
                    lock.lock();
                    try {
                        total[0] += numbers[i];
                    } finally {
                        lock.unlock();
                    }
                }
            });
            threads[w].start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return total[0];
    }
}
