package parallelism;

/** Adds up an array with several threads. Calls may come from many threads at once and do not mix. */
public final class ParallelSum {

    private ParallelSum() {}

    /**
     * Returns the exact sum of the numbers, which may be far beyond the range of {@code int}.
     *
     * <ul>
     *   <li>Any length is right: an empty array, one that is shorter than the number of workers, one that the
     *       workers do not divide evenly.
     *   <li>On a large array exactly {@code workers} threads add at once; on a small one it may be fewer;
     *       never more. The caller's thread may be one of them.
     *   <li>Threads that the call started are gone within a second of its return.
     *   <li>On a machine with two cores or more, two workers are faster on a large array than one.
     * </ul>
     *
     * @param numbers what to add up; not changed
     * @param workers how many threads share the work, 1 or more
     * @return the sum
     * @throws IllegalArgumentException if {@code numbers} is null or {@code workers} is less than 1
     */
    // New: the array is cut into as many parts as there are workers; the caller adds up the last one itself. Each part has a
    // sum of its own: one shared sum would need a lock at every number, and then the threads would only take turns.
    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException("numbers: " + numbers + ", workers: " + workers);
        }
        int parts = Math.max(1, Math.min(workers, numbers.length));
        Part[] others = new Part[parts - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Part(numbers, bound(numbers, i, parts), bound(numbers, i + 1, parts));
            others[i].start();
        }
        Part mine = new Part(numbers, bound(numbers, parts - 1, parts), numbers.length);
        mine.run();
        long sum = mine.sum;
        for (Part part : others) {
            sum += part.joined();
        }
        return sum;
    }

    // New: in long, for the product of an index and a number of parts may be beyond int. Differs by at most one per part.
    private static int bound(int[] numbers, int part, int parts) {
        return (int) ((long) numbers.length * part / parts);
    }

    private static final class Part extends Thread {
        private final int[] numbers;
        private final int from;
        private final int to;
        private long sum;

        Part(int[] numbers, int from, int to) {
            this.numbers = numbers;
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            long local = 0;
            for (int i = from; i < to; i++) {
                local += numbers[i];
            }
            sum = local;
        }

        // New: after join() the sum that the other thread wrote is visible. An interrupt is kept for the caller.
        long joined() {
            boolean interrupted = false;
            while (true) {
                try {
                    join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return sum;
        }
    }
}
