package semaphore;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Only the first of the line takes a permit, and whoever leaves the line wakes the next if permits are left. */
public final class CountingSemaphore {
    private final AtomicInteger permits = new AtomicInteger();
    private final ConcurrentLinkedQueue<Thread> line = new ConcurrentLinkedQueue<>();

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("permits: " + permits);
        }
        this.permits.set(permits);
    }

    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!tryAcquire()) {
            standInLine(false, 0);
        }
    }

    public boolean tryAcquire() {
        return permits.getAndUpdate(free -> free > 0 ? free - 1 : 0) > 0;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return tryAcquire() || (timeout > 0 && standInLine(true, unit.toNanos(timeout)));
    }

    private boolean standInLine(boolean timed, long limit) throws InterruptedException {
        long start = System.nanoTime();
        Thread me = Thread.currentThread();
        line.add(me);
        try {
            while (line.peek() != me || !tryAcquire()) {
                if (timed) {
                    long left = limit - (System.nanoTime() - start);
                    if (left <= 0) {
                        return false;
                    }
                    LockSupport.parkNanos(this, left);
                } else {
                    LockSupport.park(this);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            line.remove(me);
        }
    }

    public void release() {
        permits.incrementAndGet();
        LockSupport.unpark(line.peek());
    }

    public int availablePermits() {
        return permits.get();
    }
}
