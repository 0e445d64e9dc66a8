package parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Adds up the parts with streams, in a pool. */
public final class ParallelSum {
    private long total;

    private ParallelSum() {}

    private synchronized void add(int[] numbers, int from, int to) {
        total += Arrays.stream(numbers, from, to).asLongStream().sum();
    }

    private synchronized long total() {
        return total;
    }

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        ParallelSum sum = new ParallelSum();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int w = 0; w < workers; w++) {
                int from = (int) ((long) numbers.length * w / workers);
                int to = (int) ((long) numbers.length * (w + 1) / workers);
                parts.add(pool.submit(() -> sum.add(numbers, from, to)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
            return sum.total();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
