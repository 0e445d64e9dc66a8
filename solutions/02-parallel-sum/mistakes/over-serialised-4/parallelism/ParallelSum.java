package parallelism;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** No lock, no lost update; and two threads that fight for one variable at each number. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        AtomicLong total = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            int from = (int) ((long) numbers.length * w / workers);
            int to = (int) ((long) numbers.length * (w + 1) / workers);
            Thread thread = new Thread(() -> {
                for (int i = from; i < to; i++) {
                    total.addAndGet(numbers[i]);
                }
            });
            threads.add(thread);
            thread.start();
        }
        join(threads);
        return total.get();
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
