package parallelism;

import java.util.concurrent.CompletableFuture;

/** Shares what is worth sharing. */
public final class ParallelSum {
    private static final int WORTH = 1_000;

    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        if (workers == 1 || numbers.length < WORTH) {
            return part(numbers, 0, numbers.length);
        }
        long sum = 0;
        for (int w = 0; w < workers; w++) {
            int from = (int) ((long) numbers.length * w / workers);
            int to = (int) ((long) numbers.length * (w + 1) / workers);
            CompletableFuture<Long> part = new CompletableFuture<>();
            new Thread(() -> part.complete(part(numbers, from, to))).start();
            sum += part.join();
        }
        return sum;
    }

    private static long part(int[] numbers, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
