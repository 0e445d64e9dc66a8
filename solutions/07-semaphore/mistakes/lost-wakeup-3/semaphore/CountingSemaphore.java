package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Atomics as long as permits last; a monitor for those who must sleep. */
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
            try {
                while (!tryAcquire()) {
                    sleeping++;
                    wait();
                    sleeping--;
                }
                sleeping++;
            } finally {
                sleeping--;
            }
        }
    }

    public boolean tryAcquire() {
        for (;;) {
            int seen = free.get();
            if (seen == 0) {
                return false;
            }
            if (free.weakCompareAndSetVolatile(seen, seen - 1)) {
                return true;
            }
        }
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
