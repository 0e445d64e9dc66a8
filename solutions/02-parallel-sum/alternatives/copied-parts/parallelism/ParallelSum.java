package parallelism;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Each worker gets a copy of its part, and adds what it found to the total when it is done. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException("numbers " + Arrays.toString(numbers) + ", workers " + workers);
        }
        AtomicLong total = new AtomicLong();
        CountDownLatch done = new CountDownLatch(workers);
        int size = numbers.length / workers;
        for (int w = 0; w < workers; w++) {
            int[] part = Arrays.copyOfRange(numbers, w * size, w == workers - 1 ? numbers.length : (w + 1) * size);
            new Thread(() -> {
                        long sum = 0;
                        for (int number : part) {
                            sum += number;
                        }
                        total.addAndGet(sum);
                        done.countDown();
                    })
                    .start();
        }
        boolean interrupted = false;
        while (done.getCount() > 0) {
            try {
                done.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return total.get();
    }
}
