package parallelism;

public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        Object lock = new Object();
        long[] total = {0};
        Thread[] threads = new Thread[workers];
        for (int w = 0; w < workers; w++) {
            int from = (int) ((long) numbers.length * w / workers);
            int to = (int) ((long) numbers.length * (w + 1) / workers);
            threads[w] = new Thread(() -> {
                synchronized (lock) {
                    for (int i = from; i < to; i++) {
                        total[0] += numbers[i];
                    }
                }
            });
            threads[w].start();
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return total[0];
    }
}
