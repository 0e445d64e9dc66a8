package parallelism;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The caller and its helpers take the next piece until none is left; who is slow takes fewer. */
public final class ParallelSum {
    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException("numbers and at least one worker");
        }
        int piece = Math.max(1, Math.min(1 << 16, numbers.length / (workers * 4) + 1));
        AtomicInteger next = new AtomicInteger();
        LongAdder total = new LongAdder();
        Runnable work = () -> {
            for (int from = next.getAndAdd(piece); from < numbers.length && from >= 0; from = next.getAndAdd(piece)) {
                long part = 0;
                for (int i = from; i < Math.min(numbers.length, from + piece); i++) {
                    part += numbers[i];
                }
                total.add(part);
            }
        };
        Thread[] helpers = new Thread[workers - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Thread(work);
            helpers[i].start();
        }
        work.run();
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return total.sum();
    }
}
