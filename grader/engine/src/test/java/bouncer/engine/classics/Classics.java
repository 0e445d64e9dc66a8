package bouncer.engine.classics;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The textbooks' concurrent programs, right and wrong, in our own words; each method is one program. */
public class Classics extends Threads {
    private volatile int v0;
    private volatile int v1;
    private volatile int turn;
    private int plain;

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

    /** A release store may wait in a store buffer while a later load looks at memory. */
    void storeBufferingByRelease() throws InterruptedException {
        int[] r = new int[2];
        AtomicInteger one = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        all(
                () -> {
                    one.setRelease(1);
                    r[0] = other.get();
                },
                () -> {
                    other.setRelease(1);
                    r[1] = one.get();
                });
        check(r[0] + r[1] > 0, "both read 0");
    }

    /** Right: no load follows the store. */
    void messagePassingByRelease() throws InterruptedException {
        AtomicInteger there = new AtomicInteger();
        all(
                () -> {
                    plain = 1;
                    there.setRelease(1);
                },
                () -> check(there.getAcquire() == 0 || plain == 1, "the message was not there"));
    }

    /** Wrong: an opaque store gives nothing away but itself. */
    void messagePassingByOpaque() throws InterruptedException {
        AtomicInteger there = new AtomicInteger();
        all(
                () -> {
                    plain = 1;
                    there.setOpaque(1);
                },
                () -> check(there.getOpaque() == 0 || plain == 1, "the message was not there"));
    }

    /**
     * Right only if each store were visible at once: a thread may read the other's flag before its own flag is visible.
     */
    void petersonByRelease() throws InterruptedException {
        AtomicInteger[] wants = {new AtomicInteger(), new AtomicInteger()};
        AtomicInteger next = new AtomicInteger();
        all(() -> petersonByRelease(wants, next, 0), () -> petersonByRelease(wants, next, 1));
        check(plain == 2, "a turn was lost");
    }

    private void petersonByRelease(AtomicInteger[] wants, AtomicInteger next, int me) {
        wants[me].setRelease(1);
        next.setRelease(1 - me);
        while (wants[1 - me].get() == 1 && next.get() == 1 - me) {
            Thread.onSpinWait();
        }
        plain++;
        wants[me].setRelease(0);
    }

    /** A lock that is free again once its holder's store comes out of the buffer: that is soon enough. */
    void spinLockByRelease() throws InterruptedException {
        AtomicInteger held = new AtomicInteger();
        Body body = () -> {
            while (!held.compareAndSet(0, 1)) {
                Thread.onSpinWait();
            }
            plain++;
            held.setRelease(0);
        };
        all(body, body);
        check(plain == 2, "a turn was lost");
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

    void dekker() throws InterruptedException {
        all(() -> dekkerTurn(true, true), () -> dekkerTurn(false, true));
        check(plain == 2, "a turn was lost");
    }

    /** Looks first and wishes then. */
    void dekkerSwapped() throws InterruptedException {
        all(() -> dekkerTurn(true, false), () -> dekkerTurn(false, false));
        check(plain == 2, "a turn was lost");
    }

    private void dekkerTurn(boolean zero, boolean wishesFirst) {
        int me = zero ? 0 : 1;
        if (wishesFirst) {
            wish(zero, 1);
        }
        while ((zero ? v1 : v0) == 1) {
            if (turn != me) {
                wish(zero, 0);
                while (turn != me) {
                    Thread.onSpinWait();
                }
                wish(zero, 1);
            }
        }
        if (!wishesFirst) {
            wish(zero, 1);
        }
        plain++;
        turn = 1 - me;
        wish(zero, 0);
    }

    private int readers;
    private boolean writing;

    void readersAndWriter() throws InterruptedException {
        readersAndWriter(true);
    }

    /** The writer waits for other writers only. */
    void writerForgetsReaders() throws InterruptedException {
        readersAndWriter(false);
    }

    private void readersAndWriter(boolean waitsForReaders) throws InterruptedException {
        Body reader = () -> {
            synchronized (this) {
                while (writing) {
                    wait();
                }
                readers++;
            }
            int seen = plain;
            check(seen % 2 == 0, "a reader saw a write half done");
            synchronized (this) {
                readers--;
                notifyAll();
            }
        };
        all(reader, reader, () -> {
            synchronized (this) {
                while (writing || waitsForReaders && readers > 0) {
                    wait();
                }
                writing = true;
            }
            plain++;
            plain++;
            synchronized (this) {
                writing = false;
                notifyAll();
            }
        });
    }

    /** Made once, when first asked for. */
    private static final class Lazy {
        private int content;
    }

    private volatile Lazy published;
    private Lazy unpublished;

    void doubleChecked() throws InterruptedException {
        Body user = () -> {
            Lazy seen = published;
            if (seen == null) {
                synchronized (this) {
                    seen = published;
                    if (seen == null) {
                        seen = new Lazy();
                        seen.content = 7;
                        published = seen;
                    }
                }
            }
            check(seen.content == 7, "half made");
        };
        all(user, user);
    }

    void doubleCheckedWithoutVolatile() throws InterruptedException {
        Body user = () -> {
            Lazy seen = unpublished;
            if (seen == null) {
                synchronized (this) {
                    seen = unpublished;
                    if (seen == null) {
                        seen = new Lazy();
                        seen.content = 7;
                        unpublished = seen;
                    }
                }
            }
            check(seen.content == 7, "half made");
        };
        all(user, user);
    }

    void threeLockers() throws InterruptedException {
        Body body = () -> {
            synchronized (this) {
                plain++;
            }
        };
        all(body, body, body);
        check(plain == 3, "an increment was lost");
    }

    void threeAtomicStepsEach() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Body body = () -> {
            for (int i = 0; i < 3; i++) {
                count.incrementAndGet();
            }
        };
        all(body, body);
        check(count.get() == 6, "an increment was lost");
    }

    /** Polls for a change that no thread will ever make. */
    void spinsForEver() throws InterruptedException {
        all(() -> {
            while (v0 == 0) {
                Thread.onSpinWait();
            }
        });
    }
}
