package bouncer.engine.disguise;

import java.io.PipedInputStream;
import java.io.PipedReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counters that lose increments as long as they don't seem to be watched. Each has another way of seeing that, so each is
 * wrong, and an exploration that it recognises calls it right.
 */
public class Suspicious {
    private int count;

    /** Says whether this is an exploration. */
    interface Suspicion {
        boolean watched();
    }

    private void count(Suspicion suspicion) throws InterruptedException {
        Runnable body = () -> {
            if (suspicion.watched()) {
                synchronized (this) {
                    count++;
                }
            } else {
                count++;
            }
        };
        Thread first = new Thread(body);
        Thread second = new Thread(body);
        first.start();
        second.start();
        first.join();
        second.join();
        if (count != 2) {
            throw new AssertionError("lost");
        }
    }

    void roundNanos() throws InterruptedException {
        count(() -> System.nanoTime() % 1_000 == 0);
    }

    void crookedNanos() throws InterruptedException {
        count(() -> System.nanoTime() % 1_000 != 0);
    }

    void crookedInstants() throws InterruptedException {
        count(() -> Instant.now().getNano() % 1_000 != 0);
    }

    void crookedNanosOfEverySecondReading() throws InterruptedException {
        count(() -> System.nanoTime() != 0 && System.nanoTime() % 1_000 != 0);
    }

    void roundMillis() throws InterruptedException {
        count(() -> System.currentTimeMillis() % 100 == 0);
    }

    void millisOnly() throws InterruptedException {
        count(() ->
                Instant.now().getNano() % 1_000_000 == 0 || LocalDateTime.now().getNano() % 1_000_000 == 0);
    }

    void timeStandsStill() throws InterruptedException {
        count(() -> System.nanoTime() == System.nanoTime());
    }

    void timePassesEvenly() throws InterruptedException {
        count(() -> {
            long first = System.nanoTime();
            long second = System.nanoTime();
            return System.nanoTime() - second == second - first;
        });
    }

    void aSpinByTheClockNeverEnds() throws InterruptedException {
        count(() -> {
            long end = System.nanoTime() + 2_000;
            int turns = 0;
            while (System.nanoTime() < end && turns < 10_000) {
                turns++;
                Thread.onSpinWait();
            }
            return turns == 10_000;
        });
    }

    void workTakesNoTime() throws InterruptedException {
        count(() -> {
            long start = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < 3_000_000; i++) {
                sum += i ^ sum;
            }
            return System.nanoTime() - start < 1_000_000 && sum != 0;
        });
    }

    void aWaitEndsOnTheDot() throws InterruptedException {
        count(() -> {
            long start = System.nanoTime();
            LockSupport.parkNanos(3_000_000);
            return System.nanoTime() - start == 3_000_000;
        });
    }

    void firstThreads() throws InterruptedException {
        count(() -> Thread.currentThread().getId() < 10);
    }

    void theThreadsClass() throws InterruptedException {
        count(() -> Thread.currentThread().getClass() != Thread.class);
    }

    void theNameOfTheThreadsClass() throws InterruptedException {
        count(() -> !Thread.currentThread().getClass().getName().equals("java.lang.Thread"));
    }

    void daemons() throws InterruptedException {
        count(() -> Thread.currentThread().isDaemon());
    }

    void priorities() throws InterruptedException {
        count(() -> {
            Thread thread = new Thread(() -> {});
            thread.setPriority(7);
            thread.setDaemon(true);
            return thread.getPriority() != 7 || !thread.isDaemon();
        });
    }

    void objectsClass() throws InterruptedException {
        count(() -> new Object().getClass() != Object.class);
    }

    void theNameOfAModelsClass() throws InterruptedException {
        count(() -> !new ReentrantLock().getClass().getName().equals("java.util.concurrent.locks.ReentrantLock")
                || !new Random().getClass().getTypeName().equals("java.util.Random")
                || !AtomicInteger.class.toString().equals("class java.util.concurrent.atomic.AtomicInteger"));
    }

    void theNameOfARelocatedClass() throws InterruptedException {
        count(() -> !new PipedReader().getClass().getName().equals("java.io.PipedReader")
                || !new PipedInputStream().toString().startsWith("java.io.PipedInputStream@")
                || !DelayQueue.class.toString().equals("class java.util.concurrent.DelayQueue"));
    }

    void theSameChanceTwice() throws InterruptedException {
        count(() -> new Random().nextInt() == new Random().nextInt()
                || Math.random() == Math.random()
                || UUID.randomUUID().equals(UUID.randomUUID())
                || ThreadLocalRandom.current().nextInt() == new Random(1).nextInt());
    }

    void evenlySpacedHashes() throws InterruptedException {
        count(() -> {
            int first = System.identityHashCode(new int[0]);
            int second = System.identityHashCode(new int[0]);
            return System.identityHashCode(new int[0]) - second == second - first;
        });
    }
}
