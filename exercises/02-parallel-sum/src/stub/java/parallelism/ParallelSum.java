package parallelism;

/** Adds up an array with several threads. Calls may come from many threads at once and do not mix. */
public final class ParallelSum {

    private ParallelSum() {}

    /**
     * Returns the exact sum of the numbers, which may be far beyond the range of {@code int}.
     *
     * <ul>
     *   <li>Any length is valid: an empty array, one that is shorter than the number of workers, one that the
     *       workers do not divide evenly.
     *   <li>On a large array exactly {@code workers} threads add at the same time; on a small one fewer may;
     *       never more. The caller's thread may be one of them.
     *   <li>Threads that the call started end within a second of its return.
     *   <li>On a machine with two cores or more, two workers are faster on a large array than one.
     * </ul>
     *
     * @param numbers what to add up; not changed
     * @param workers how many threads share the work, 1 or more
     * @return the sum
     * @throws IllegalArgumentException if {@code numbers} is null or {@code workers} is less than 1
     */
    public static long sum(int[] numbers, int workers) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/02-parallel-sum/src/main/java/parallelism/ParallelSum.java");
    }
}
