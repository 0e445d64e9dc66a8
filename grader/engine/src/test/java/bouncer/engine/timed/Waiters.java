package bouncer.engine.timed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * In each program one thread waits for a second at most and is given what it waits for in time; it says {@code IllegalState} if it got
 * it, and its clock has passed the deadline all the same.
 */
public class Waiters {
    private static final long SECOND = 1_000_000_000L;

    private boolean given;
    private volatile boolean seen;

    /** A wait that may be interrupted. */
    interface Body {
        void run() throws InterruptedException;
    }

    private void both(Body waits, Runnable gives) throws InterruptedException {
        long start = System.nanoTime();
        Thread waiter = new Thread(() -> {
            try {
                waits.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (seen && System.nanoTime() - start >= SECOND) {
                throw new IllegalStateException("given in time, and too late");
            }
        });
        waiter.start();
        gives.run();
        waiter.join();
    }

    void monitor() throws InterruptedException {
        Object lock = new Object();
        both(
                () -> {
                    synchronized (lock) {
                        if (!given) {
                            lock.wait(1_000);
                        }
                        seen = given;
                    }
                },
                () -> {
                    synchronized (lock) {
                        given = true;
                        lock.notify();
                    }
                });
    }

    void park() throws InterruptedException {
        Thread[] parked = new Thread[1];
        ReentrantLock order = new ReentrantLock();
        order.lock();
        both(
                () -> {
                    order.lock();
                    parked[0] = Thread.currentThread();
                    order.unlock();
                    LockSupport.parkNanos(SECOND);
                    order.lock();
                    seen = given;
                    order.unlock();
                },
                () -> {
                    order.unlock();
                    order.lock();
                    given = parked[0] != null;
                    LockSupport.unpark(parked[0]);
                    order.unlock();
                });
    }

    void condition() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        both(
                () -> {
                    lock.lock();
                    long left = given ? 1 : changed.awaitNanos(SECOND);
                    seen = given && left <= 0;
                    lock.unlock();
                },
                () -> {
                    lock.lock();
                    given = true;
                    changed.signal();
                    lock.unlock();
                });
    }

    void permit() throws InterruptedException {
        Semaphore semaphore = new Semaphore(0);
        both(() -> seen = semaphore.tryAcquire(1, TimeUnit.SECONDS), semaphore::release);
    }

    void element() throws InterruptedException {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        both(() -> seen = queue.poll(1, TimeUnit.SECONDS) != null, () -> queue.add(1));
    }
}
