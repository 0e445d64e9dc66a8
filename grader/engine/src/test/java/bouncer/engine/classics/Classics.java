package bouncer.engine.classics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The classic concurrent programs, right and wrong, in our own words; each method is one program. */
public class Classics {
    /** What a thread may do. */
    interface Body {
        void run() throws InterruptedException;
    }

    private static void all(Body... bodies) throws InterruptedException {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            Body body = bodies[i];
            threads[i] = new Thread(() -> {
                try {
                    body.run();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }

    private volatile int v0;
    private volatile int v1;
    private volatile int turn;
    private int plain;
    private int balance;
    private final Object first = new Object();
    private final Object second = new Object();

    void storeBuffering() throws InterruptedException {
        int[] r = new int[2];
        all(
                () -> {
                    v0 = 1;
                    r[0] = v1;
                },
                () -> {
                    v1 = 1;
                    r[1] = v0;
                });
        check(r[0] + r[1] > 0, "both read 0 although the variables are volatile");
    }

    void messagePassing() throws InterruptedException {
        all(
                () -> {
                    plain = 1;
                    v0 = 1;
                },
                () -> check(v0 == 0 || plain == 1, "the message was not there"));
    }

    void messagePassingWithoutVolatile() throws InterruptedException {
        int[] flag = new int[1];
        all(
                () -> {
                    plain = 1;
                    flag[0] = 1;
                },
                () -> check(flag[0] == 0 || plain == 1, "the message was not there"));
    }

    void independentReads() throws InterruptedException {
        int[] r = new int[4];
        all(
                () -> v0 = 1,
                () -> v1 = 1,
                () -> {
                    r[0] = v0;
                    r[1] = v1;
                },
                () -> {
                    r[2] = v1;
                    r[3] = v0;
                });
        check(!(r[0] == 1 && r[1] == 0 && r[2] == 1 && r[3] == 0), "the readers disagree on the order");
    }

    void peterson() throws InterruptedException {
        all(() -> petersonTurn(true, false), () -> petersonTurn(false, false));
        check(plain == 2, "a turn was lost");
    }

    /** The turn is given away before the wish is declared. */
    void petersonSwapped() throws InterruptedException {
        all(() -> petersonTurn(true, true), () -> petersonTurn(false, true));
        check(plain == 2, "a turn was lost");
    }

    private void petersonTurn(boolean zero, boolean swapped) {
        if (swapped) {
            turn = zero ? 1 : 0;
        }
        wish(zero, 1);
        if (!swapped) {
            turn = zero ? 1 : 0;
        }
        while ((zero ? v1 : v0) == 1 && turn == (zero ? 1 : 0)) {
            Thread.onSpinWait();
        }
        plain++;
        wish(zero, 0);
    }

    private void wish(boolean zero, int value) {
        if (zero) {
            v0 = value;
        } else {
            v1 = value;
        }
    }

    void account() throws InterruptedException {
        balance = 10;
        all(() -> withdrawUnsafely(10), () -> withdrawUnsafely(10));
        check(balance >= 0, "overdrawn");
    }

    private void withdrawUnsafely(int amount) {
        boolean enough;
        synchronized (first) {
            enough = balance >= amount;
        }
        if (enough) {
            synchronized (first) {
                balance -= amount;
            }
        }
    }

    void wrongLock() throws InterruptedException {
        all(
                () -> {
                    synchronized (first) {
                        plain++;
                    }
                },
                () -> {
                    synchronized (second) {
                        plain++;
                    }
                });
    }

    void deadlock() throws InterruptedException {
        all(() -> nested(first, second), () -> nested(second, first));
    }

    private void nested(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                plain++;
            }
        }
    }

    void philosophers() throws InterruptedException {
        ReentrantLock[] forks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};
        all(() -> eat(forks, 0, 1), () -> eat(forks, 1, 2), () -> eat(forks, 2, 0));
    }

    void philosophersInOrder() throws InterruptedException {
        ReentrantLock[] forks = {new ReentrantLock(), new ReentrantLock(), new ReentrantLock()};
        all(() -> eat(forks, 0, 1), () -> eat(forks, 1, 2), () -> eat(forks, 0, 2));
    }

    private static void eat(ReentrantLock[] forks, int left, int right) {
        forks[left].lock();
        forks[right].lock();
        forks[right].unlock();
        forks[left].unlock();
    }

    /** Two stages under two locks: the reader may come between them. */
    void twoStage() throws InterruptedException {
        int[] data = new int[2];
        all(
                () -> {
                    synchronized (first) {
                        data[0] = 1;
                    }
                    synchronized (second) {
                        data[1] = data[0] + 1;
                    }
                },
                () -> {
                    int seen;
                    synchronized (first) {
                        seen = data[0];
                    }
                    synchronized (second) {
                        check(seen == 0 || data[1] == seen + 1, "the second stage was missing");
                    }
                });
    }

    /** A driver is stopped while a request has checked, but not yet entered. */
    void bluetooth() throws InterruptedException {
        AtomicInteger pending = new AtomicInteger(1);
        AtomicInteger stopped = new AtomicInteger();
        all(
                () -> {
                    if (v0 == 0) {
                        pending.incrementAndGet();
                        check(stopped.get() == 0, "a request runs after the stop");
                        pending.decrementAndGet();
                    }
                },
                () -> {
                    v0 = 1;
                    if (pending.decrementAndGet() == 0) {
                        stopped.set(1);
                    }
                });
    }

    /** One condition for producers and consumers, and signal instead of signalAll. */
    void boundedBufferOneCondition() throws InterruptedException {
        boundedBuffer(false);
    }

    void boundedBufferSignalsAll() throws InterruptedException {
        boundedBuffer(true);
    }

    private void boundedBuffer(boolean signalsAll) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        int[] count = new int[1];
        Body put = () -> move(lock, changed, count, 1, signalsAll);
        Body take = () -> move(lock, changed, count, -1, signalsAll);
        all(put, put, take, take);
    }

    private static void move(ReentrantLock lock, Condition changed, int[] count, int by, boolean all)
            throws InterruptedException {
        lock.lock();
        try {
            while (count[0] + by < 0 || count[0] + by > 1) {
                changed.await();
            }
            count[0] += by;
            if (all) {
                changed.signalAll();
            } else {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
