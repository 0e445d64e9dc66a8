package parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A thread for each part, which a stream adds up. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) throw new IllegalArgumentException();
        long[] sums = new long[workers];
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            int part = w;
            int from = (int) ((long) numbers.length * w / workers);
            int to = (int) ((long) numbers.length * (w + 1) / workers);
            Thread thread = new Thread(() -> sums[part] = Arrays.stream(numbers, from, to).asLongStream().sum());
            threads.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Arrays.stream(sums).sum();
    }
}
