package parallelism;

import java.util.Arrays;

public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        return Arrays.stream(numbers).parallel().asLongStream().sum();
    }
}
