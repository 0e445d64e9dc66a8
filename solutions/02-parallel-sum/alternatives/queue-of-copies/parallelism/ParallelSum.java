package parallelism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The caller hands out copies of pieces; a small array is one piece, which one worker gets. */
public final class ParallelSum {
    private static final int PIECE = 10_000;

    private ParallelSum() {}

    public static long sum(int[] numbers, int workers) {
        if (numbers == null || workers < 1) {
            throw new IllegalArgumentException();
        }
        BlockingQueue<int[]> pieces = new LinkedBlockingQueue<>();
        int[] none = new int[0];
        AtomicLong total = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            Thread thread = new Thread(() -> total.addAndGet(add(pieces, none)));
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < numbers.length; i += PIECE) {
            pieces.add(Arrays.copyOfRange(numbers, i, Math.min(numbers.length, i + PIECE)));
        }
        for (int w = 0; w < workers; w++) {
            pieces.add(none);
        }
        join(threads);
        return total.get();
    }

    private static long add(BlockingQueue<int[]> pieces, int[] none) {
        long sum = 0;
        try {
            for (int[] piece = pieces.take(); piece != none; piece = pieces.take()) {
                for (int number : piece) {
                    sum += number;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a worker", e);
        }
        return sum;
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
