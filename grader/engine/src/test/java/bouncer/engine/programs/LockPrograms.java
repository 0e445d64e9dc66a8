package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** On locks, conditions and synchronizers. */
public class LockPrograms extends Programs {
    void reentrantLock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        int[] shared = new int[1];
        boolean[] got = new boolean[1];
        all(
                () -> {
                    lock.lock();
                    lock.lock();
                    shared[0]++;
                    lock.unlock();
                    lock.unlock();
                },
                () -> {
                    got[0] = lock.tryLock();
                    if (got[0]) {
                        shared[0]++;
                        lock.unlock();
                    }
                },
                () -> {
                    lock.lock();
                    shared[0] *= 2;
                    lock.unlock();
                });
        Seen.outcome(shared[0], got[0]);
    }

    void fairLock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock(true);
        StringBuilder order = new StringBuilder();
        all(() -> locked(lock, order, "a"), () -> locked(lock, order, "b"));
        Seen.outcome(order);
    }

    private static void locked(ReentrantLock lock, StringBuilder order, String name) {
        lock.lock();
        order.append(name);
        lock.unlock();
    }

    void condition() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition ready = lock.newCondition();
        int[] items = new int[1];
        StringBuilder order = new StringBuilder();
        Body consumer = () -> {
            lock.lock();
            try {
                while (items[0] == 0) {
                    ready.await();
                }
                order.append(items[0]--);
            } finally {
                lock.unlock();
            }
        };
        all(consumer, consumer, () -> {
            lock.lock();
            try {
                items[0] = 2;
                ready.signal();
                ready.signal();
            } finally {
                lock.unlock();
            }
        });
        Seen.outcome(order);
    }

    void conditionTimesOut() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        boolean[] r = new boolean[1];
        all(() -> {
            lock.lock();
            try {
                r[0] = never.await(1, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        });
        Seen.outcome(r[0], lock.isLocked());
    }

    void readWriteLock() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        int[] shared = new int[1];
        int[] r = new int[2];
        Body writer = () -> {
            lock.writeLock().lock();
            shared[0]++;
            lock.writeLock().unlock();
        };
        all(
                writer,
                () -> {
                    lock.readLock().lock();
                    r[0] = shared[0];
                    lock.readLock().unlock();
                },
                () -> {
                    lock.readLock().lock();
                    r[1] = shared[0];
                    lock.readLock().unlock();
                });
        Seen.outcome(r[0], r[1]);
    }

    void stampedLock() throws InterruptedException {
        StampedLock lock = new StampedLock();
        int[] shared = new int[1];
        int[] r = new int[1];
        all(
                () -> {
                    long stamp = lock.writeLock();
                    shared[0]++;
                    lock.unlockWrite(stamp);
                },
                () -> {
                    long stamp = lock.readLock();
                    r[0] = shared[0];
                    long upgraded = lock.tryConvertToWriteLock(stamp);
                    if (upgraded != 0) {
                        shared[0] += 10;
                        lock.unlockWrite(upgraded);
                    } else {
                        lock.unlockRead(stamp);
                    }
                });
        Seen.outcome(r[0], shared[0]);
    }

    /** A lock of the program's own on the library's queue of waiters. */
    private static final class Latch1 extends AbstractQueuedSynchronizer {
        @Override
        protected boolean tryAcquire(int arg) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int arg) {
            setState(0);
            return true;
        }
    }

    void ownSynchronizer() throws InterruptedException {
        Latch1 lock = new Latch1();
        int[] shared = new int[1];
        Body body = () -> {
            lock.acquire(1);
            shared[0]++;
            lock.release(1);
        };
        all(body, body);
        Seen.outcome(shared[0], lock.hasQueuedThreads());
    }

    /** A lock of the program's own whose state takes more than 32 bits, with a condition; shared, it is a latch. */
    private static final class Gate extends AbstractQueuedLongSynchronizer {
        static final long SHUT = 1L << 40;

        @Override
        protected boolean tryAcquire(long arg) {
            return compareAndSetState(0, arg);
        }

        @Override
        protected boolean tryRelease(long arg) {
            if (getState() != arg) {
                throw new IllegalMonitorStateException();
            }
            setState(0);
            return true;
        }

        @Override
        protected long tryAcquireShared(long arg) {
            return getState() == 0 ? SHUT : -SHUT;
        }

        @Override
        protected boolean tryReleaseShared(long arg) {
            return compareAndSetState(arg, 0);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }
    }

    void longSynchronizersCondition() throws InterruptedException {
        Gate lock = new Gate();
        Condition ready = lock.new ConditionObject();
        int[] items = new int[1];
        int[] taken = new int[1];
        all(
                () -> {
                    lock.acquireInterruptibly(Gate.SHUT);
                    while (items[0] == 0) {
                        ready.await();
                    }
                    taken[0] = items[0]--;
                    lock.release(Gate.SHUT);
                },
                () -> {
                    lock.acquire(Gate.SHUT);
                    items[0]++;
                    ready.signal();
                    lock.release(Gate.SHUT);
                });
        Seen.outcome(taken[0], items[0], lock.hasQueuedThreads());
    }

    void longLatch() throws InterruptedException {
        Gate gate = new Gate();
        gate.acquire(Gate.SHUT);
        int[] shared = new int[1];
        int[] seen = new int[1];
        boolean[] open = new boolean[1];
        all(
                () -> {
                    open[0] = gate.tryAcquireSharedNanos(1, 0);
                    gate.acquireShared(1);
                    seen[0] = shared[0];
                },
                () -> {
                    shared[0] = 1;
                    gate.releaseShared(Gate.SHUT);
                });
        Seen.outcome(seen[0], open[0]);
    }

    void optimisticRead() throws InterruptedException {
        StampedLock lock = new StampedLock();
        int[] pair = new int[2];
        String[] r = new String[1];
        all(
                () -> {
                    long stamp = lock.writeLock();
                    pair[0] = 1;
                    pair[1] = 1;
                    lock.unlockWrite(stamp);
                },
                () -> {
                    long stamp = lock.tryOptimisticRead();
                    int a = pair[0];
                    int b = pair[1];
                    r[0] = lock.validate(stamp) ? a + "," + b : "changed";
                });
        Seen.outcome(r[0]);
    }
}
