package bouncer.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A club for fifty guests, without a limit and with a semaphore of fifty permits. */
final class Club {
    private static final int ROOM = 50;
    private static final int GUESTS = 120;
    private static final int STAY_MILLIS = 120;

    private Club() {}

    static void run() throws InterruptedException {
        Console.line(
                "A semaphore lets N in where a lock lets one in. %d guests, at most %d inside, each stays %d ms.",
                GUESTS, ROOM, STAY_MILLIS);
        night("No limit", null);
        night("A semaphore with " + ROOM + " permits at the door", new Semaphore(ROOM));
    }

    private static void night(String title, @org.jspecify.annotations.Nullable Semaphore door)
            throws InterruptedException {
        Console.heading(title);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger home = new AtomicInteger();
        long[] waited = new long[GUESTS];
        CountDownLatch evening = new CountDownLatch(1);
        List<Thread> guests = new ArrayList<>();
        for (int i = 0; i < GUESTS; i++) {
            int guest = i;
            Thread thread = new Thread(() -> {
                try {
                    evening.await();
                    long arrived = System.nanoTime();
                    if (door != null) {
                        door.acquire();
                    }
                    waited[guest] = System.nanoTime() - arrived;
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.sleep(STAY_MILLIS);
                    inside.decrementAndGet();
                    home.incrementAndGet();
                    if (door != null) {
                        door.release();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            guests.add(thread);
        }
        long start = System.nanoTime();
        evening.countDown();
        while (home.get() < GUESTS) {
            int now = inside.get();
            Console.line(
                    "%4.0f ms  %-60s %3d inside", Console.millis(System.nanoTime() - start), "o".repeat(now / 2), now);
            Thread.sleep(60);
        }
        for (Thread guest : guests) {
            guest.join();
        }
        long[] sorted = waited.clone();
        Arrays.sort(sorted);
        Console.line(
                "  most at once: %d of %d allowed. Waited at the door: half of them over %.0f ms, the last %.0f ms.",
                most.get(), ROOM, Console.millis(sorted[GUESTS / 2]), Console.millis(sorted[GUESTS - 1]));
    }
}
