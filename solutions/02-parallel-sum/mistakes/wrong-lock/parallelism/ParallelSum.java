package parallelism;

import java.util.concurrent.atomic.AtomicInteger;

/** Workers fetch the next block when they have finished one. */
public final class ParallelSum {
    private ParallelSum() {}

    private static final int BLOCK = 1 << 10;

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        AtomicInteger next = new AtomicInteger();
        long[] total = {0};
        Runnable work = () -> {
            long mine = 0;
            for (int block; (long) (block = next.getAndIncrement()) * BLOCK < numbers.length; ) {
                int end = (int) Math.min(numbers.length, (block + 1L) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) mine += numbers[i];
            }
            synchronized (Thread.currentThread()) {
                total[0] += mine;
            }
        };
        Thread[] threads = new Thread[workers];
        for (int i = 0; i < workers; i++) (threads[i] = new Thread(work)).start();
        boolean interrupted = false;
        for (Thread t : threads) {
            while (t.isAlive()) {
                try {
                    t.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        return total[0];
    }
}
