package parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A pool for the length of the call; parts rounded up, the last ones may be empty. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException();
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Long>> parts = new ArrayList<>();
            int size = numbers.length / workers + 1;
            for (int w = 0; w < workers; w++) {
                int from = (int) Math.min(numbers.length, (long) w * size);
                int to = (int) Math.min(numbers.length, (w + 1L) * size);
                parts.add(() -> add(numbers, from, to));
            }
            long sum = 0;
            for (Future<Long> part : pool.invokeAll(parts)) {
                sum += part.get();
            }
            return sum;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static long add(int[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
