package parallelism;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Small arrays in the caller; on large ones the caller takes the first part, futures the others. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        if (workers == 1 || numbers.length < 1000) {
            return IntStream.of(numbers).asLongStream().sum();
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers - 1);
        try {
            CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
            int size = numbers.length / workers;
            for (int w = 1; w < workers; w++) {
                int from = w * size;
                int to = w == workers - 1 ? numbers.length : from + size;
                sum = sum.thenCombine(CompletableFuture.supplyAsync(() -> range(numbers, from, to), pool), Long::sum);
            }
            return range(numbers, 0, size) + sum.join();
        } finally {
            pool.shutdownNow();
        }
    }

    private static long range(int[] numbers, int from, int to) {
        long sum = 0;
        while (from < to) sum += numbers[from++];
        return sum;
    }
}
