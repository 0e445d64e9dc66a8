package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tries once, with a compare-and-set that may fail for no reason and does when another thread was faster. */
public final class CountingSemaphore {
    private final AtomicInteger free;
    private volatile int sleeping;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        free = new AtomicInteger(permits);
    }

    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire()) {
            return;
        }
        synchronized (this) {
            sleeping++;
            try {
                while (!tryAcquire()) {
                    wait();
                }
            } finally {
                sleeping--;
            }
        }
    }

    public boolean tryAcquire() {
        int seen = free.get();
        return seen > 0 && free.weakCompareAndSetVolatile(seen, seen - 1);
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire()) {
            return true;
        }
        long limit = unit.toNanos(timeout);
        if (limit <= 0) {
            return false;
        }
        long start = System.nanoTime();
        synchronized (this) {
            sleeping++;
            try {
                while (!tryAcquire()) {
                    long left = limit - (System.nanoTime() - start);
                    if (left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                return true;
            } finally {
                sleeping--;
            }
        }
    }

    public void release() {
        free.incrementAndGet();
        if (sleeping > 0) {
            synchronized (this) {
                notify();
            }
        }
    }

    public int availablePermits() {
        return free.get();
    }
}
