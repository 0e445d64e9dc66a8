package bouncer.engine.classics;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wrong programs after the ideas of the "CS" set of SCTBench (Thomson, Donaldson and Betts, PPoPP 2014), in our own words; each method
 * is one program.
 */
public class Sct extends Threads {
    private int plain;
    private int balance;
    private volatile int v0;
    private final Object first = new Object();
    private final Object second = new Object();

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

    void lazy() throws InterruptedException {
        all(
                () -> {
                    synchronized (first) {
                        plain += 1;
                    }
                },
                () -> {
                    synchronized (first) {
                        plain += 2;
                    }
                },
                () -> {
                    synchronized (first) {
                        check(plain < 3, "the third came last");
                    }
                });
    }

    /** Two values that belong together, each under a lock of its own. */
    void stateful() throws InterruptedException {
        int[] data = {10, 10};
        all(
                () -> {
                    synchronized (first) {
                        data[0]++;
                    }
                    synchronized (second) {
                        data[1]++;
                    }
                },
                () -> {
                    synchronized (first) {
                        data[0] *= 2;
                    }
                    synchronized (second) {
                        data[1] *= 2;
                    }
                });
        check(data[0] == data[1], "the two went apart");
    }

    void tokenRing() throws InterruptedException {
        int[] token = {1, 0, 0};
        all(() -> pass(token, 2, 0), () -> pass(token, 0, 1), () -> pass(token, 1, 2), () -> {
            synchronized (first) {
                check(token[0] >= token[1] && token[1] >= token[2], "the token went backwards");
            }
        });
    }

    private void pass(int[] token, int from, int to) {
        synchronized (first) {
            token[to] = (token[from] + 1) % 4;
        }
    }

    void reorder3() throws InterruptedException {
        reorder(3);
    }

    void reorder4() throws InterruptedException {
        reorder(4);
    }

    void reorder5() throws InterruptedException {
        reorder(5);
    }

    /** All but one set two values one after the other; the last one looks in between. */
    private void reorder(int threads) throws InterruptedException {
        AtomicInteger a = new AtomicInteger();
        AtomicInteger b = new AtomicInteger();
        Body[] bodies = new Body[threads];
        for (int i = 1; i < threads; i++) {
            bodies[i] = () -> {
                a.set(1);
                b.set(-1);
            };
        }
        bodies[0] = () -> check(a.get() + b.get() == 0, "half set");
        all(bodies);
    }

    /** Looks for space in one step and adds in another. */
    void queue() throws InterruptedException {
        int[] size = new int[1];
        Body producer = () -> {
            boolean space;
            synchronized (first) {
                space = size[0] < 1;
            }
            if (space) {
                synchronized (first) {
                    size[0]++;
                    check(size[0] <= 1, "more than fits");
                }
            }
        };
        all(producer, producer, () -> {
            synchronized (first) {
                size[0] = Math.max(0, size[0] - 1);
            }
        });
    }

    /** Pops as often as was pushed, but does not wait for the pushes. */
    void stack() throws InterruptedException {
        int[] top = new int[1];
        all(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        synchronized (first) {
                            top[0]++;
                        }
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        synchronized (first) {
                            check(top[0] > 0, "popped from an empty stack");
                            top[0]--;
                        }
                    }
                });
    }

    /** One slot of a ring is announced before it is filled. */
    void circularBuffer() throws InterruptedException {
        AtomicInteger[] slots = {new AtomicInteger(), new AtomicInteger()};
        AtomicInteger filled = new AtomicInteger();
        all(
                () -> {
                    for (int i = 0; i < 2; i++) {
                        int at = filled.getAndIncrement();
                        slots[at % 2].set(i + 1);
                    }
                },
                () -> {
                    if (filled.get() > 0) {
                        check(slots[0].get() > 0, "an empty slot was read");
                    }
                });
    }

    /** Both sides wait for the other's signal before they give theirs. */
    void sync() throws InterruptedException {
        boolean[] given = new boolean[2];
        all(() -> give(given, 0, 1), () -> give(given, 1, 0));
    }

    private synchronized void give(boolean[] given, int mine, int other) throws InterruptedException {
        if (!given[other]) {
            wait();
        }
        given[mine] = true;
        notify();
    }
}
