package parallelism;

public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
