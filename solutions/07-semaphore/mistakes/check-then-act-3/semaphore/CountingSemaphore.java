package semaphore;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Anybody may take a free permit; release takes one sleeper from the queue and wakes it. Who was chosen and leaves
 * without need of it passes the wake-up on.
 */
public final class CountingSemaphore {
    private final AtomicInteger permits;
    private final ConcurrentLinkedQueue<Thread> sleepers = new ConcurrentLinkedQueue<>();

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = new AtomicInteger(permits);
    }

    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread me = Thread.currentThread();
        while (!tryAcquire()) {
            sleepers.add(me);
            if (tryAcquire()) {
                leave(me);
                return;
            }
            while (sleepers.contains(me)) {
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    leave(me);
                    throw new InterruptedException();
                }
            }
        }
    }

    public boolean tryAcquire() {
        if (permits.decrementAndGet() >= 0) {
            return true;
        }
        permits.incrementAndGet();
        return false;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread me = Thread.currentThread();
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (!tryAcquire()) {
            if (limit <= 0 || System.nanoTime() - start >= limit) {
                return false;
            }
            sleepers.add(me);
            if (tryAcquire()) {
                leave(me);
                return true;
            }
            while (sleepers.contains(me)) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    leave(me);
                    return tryAcquire();
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    leave(me);
                    throw new InterruptedException();
                }
            }
        }
        return true;
    }

    /** Leaves the queue; a wake-up that was already meant for me goes to the next. */
    private void leave(Thread me) {
        if (!sleepers.remove(me)) {
            LockSupport.unpark(sleepers.poll());
        }
    }

    public void release() {
        permits.incrementAndGet();
        LockSupport.unpark(sleepers.poll());
    }

    public int availablePermits() {
        return Math.max(0, permits.get());
    }
}
