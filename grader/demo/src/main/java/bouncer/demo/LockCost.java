package bouncer.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** Prevents the race with a lock, and measures the cost of the lock on this machine. */
final class LockCost {
    private static final int ROUNDS = 5;
    private static final int TIMES = 3_000_000;

    private LockCost() {}

    private static final int MONITOR = 1;
    private static final double DEARER = 1.3;

    /** An account with deposits and a balance. */
    private interface Account {
        void deposit();

        long balance();
    }

    static void run() throws InterruptedException {
        Console.line("A lock lets one thread at a time between the read and the write. It has its price.");
        List<String> names = List.of("no lock", "synchronized", "ReentrantLock", "AtomicLong");
        int kinds = names.size();
        double[][][] nanos = new double[kinds][2][ROUNDS];
        long[] lost = new long[kinds];
        // The variants alternate within each round, so that other load on the machine affects all of them alike.
        for (int round = -1; round < ROUNDS; round++) {
            for (int kind = 0; kind < kinds; kind++) {
                for (int threads = 1; threads <= 2; threads++) {
                    Account account = account(kind);
                    long taken = time(account, threads);
                    if (round >= 0) {
                        nanos[kind][threads - 1][round] = (double) taken / TIMES;
                        lost[kind] += (long) TIMES - account.balance();
                    }
                }
            }
        }
        Console.heading(String.format(java.util.Locale.ROOT, "%,d deposits of 1, median of %d rounds", TIMES, ROUNDS));
        Console.line("  %-15s %16s %16s %14s", "", "by one thread", "by two threads", "lost in all");
        for (int kind = 0; kind < kinds; kind++) {
            Console.line(
                    "  %-15s %13.1f ns %13.1f ns %,14d",
                    names.get(kind), median(nanos[kind][0]), median(nanos[kind][1]), lost[kind]);
        }
        Console.line("%n  Times are for one deposit, from the first start to the last end.");
        conclude(lost[0], median(nanos[MONITOR][0]), median(nanos[MONITOR][1]));
    }

    /** Prints only conclusions that these numbers support. */
    private static void conclude(long lost, double alone, double together) {
        Console.line(
                lost > 0
                        ? "  Without a lock it is cheap and wrong."
                        : "  Without a lock nothing was lost this time. That is luck, and no promise: see demo race.");
        if (together > DEARER * alone) {
            Console.line(
                    "  Where threads meet, a lock costs more than where they do not: hold it for as little as you can,"
                            + " but never for less than the whole step.");
        } else {
            Console.line(
                    "  Two threads hardly met at the lock, so it cost them little. Hold it for as little as you can,"
                            + " but never for less than the whole step.");
        }
    }

    private static Account account(int kind) {
        return switch (kind) {
            case 0 -> new Plain();
            case 1 -> new Monitor();
            case 2 -> new Explicit();
            default -> new Atomic();
        };
    }

    private static long time(Account account, int threads) throws InterruptedException {
        Meeting meeting = Meeting.patient();
        List<Thread> started = new ArrayList<>();
        AtomicLong start = new AtomicLong(Long.MAX_VALUE);
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                if (threads > 1) {
                    meeting.await();
                }
                start.accumulateAndGet(System.nanoTime(), Math::min);
                for (int k = 0; k < TIMES / threads; k++) {
                    account.deposit();
                }
            });
            started.add(thread);
        }
        for (Thread thread : started) {
            thread.start();
        }
        for (Thread thread : started) {
            thread.join();
        }
        return System.nanoTime() - start.get();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static final class Plain implements Account {
        // Volatile, so that the compiler cannot turn the loop into one addition; updates are lost all the same.
        private volatile long balance;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // the mistake that is demonstrated
        public void deposit() {
            balance++;
        }

        @Override
        public long balance() {
            return balance;
        }
    }

    private static final class Monitor implements Account {
        private long balance;

        @Override
        public synchronized void deposit() {
            balance++;
        }

        @Override
        public synchronized long balance() {
            return balance;
        }
    }

    private static final class Explicit implements Account {
        private final ReentrantLock lock = new ReentrantLock();
        private long balance;

        @Override
        public void deposit() {
            lock.lock();
            try {
                balance++;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public long balance() {
            lock.lock();
            try {
                return balance;
            } finally {
                lock.unlock();
            }
        }
    }

    private static final class Atomic implements Account {
        private final AtomicLong balance = new AtomicLong();

        @Override
        public void deposit() {
            balance.incrementAndGet();
        }

        @Override
        public long balance() {
            return balance.get();
        }
    }
}
