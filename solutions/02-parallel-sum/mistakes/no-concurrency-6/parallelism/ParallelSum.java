package parallelism;

import java.util.ArrayList;
import java.util.List;

/** As many threads as were asked for; their parts are as long as the whole array, so that the first gets all of it. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        long[] total = new long[1];
        List<Thread> threads = new ArrayList<>();
        int size = numbers.length;
        for (int w = 0; w < workers; w++) {
            int from = (int) Math.min(numbers.length, (long) w * size);
            int to = (int) Math.min(numbers.length, (long) from + size);
            Thread thread = new Thread(() -> {
                long part = 0;
                for (int i = from; i < to; i++) {
                    part += numbers[i];
                }
                synchronized (total) {
                    total[0] += part;
                }
            });
            threads.add(thread);
            thread.start();
        }
        join(threads);
        return total[0];
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
