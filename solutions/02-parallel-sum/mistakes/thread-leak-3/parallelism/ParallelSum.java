package parallelism;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Divides the array again and again; idle workers steal the halves of the busy ones. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        ForkJoinPool pool = new ForkJoinPool(workers);
        try {
            return pool.invoke(new Range(numbers, 0, numbers.length));
        } finally {
            pool.awaitQuiescence(1, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    @SuppressWarnings("serial")
    private static final class Range extends RecursiveTask<Long> {
        private final int[] numbers;
        private final int from;
        private final int to;

        Range(int[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        @Override
        protected Long compute() {
            if (to - from <= 4096) {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += numbers[i];
                }
                return sum;
            }
            int middle = (from + to) >>> 1;
            Range left = new Range(numbers, from, middle);
            left.fork();
            long right = new Range(numbers, middle, to).compute();
            return right + left.join();
        }
    }
}
