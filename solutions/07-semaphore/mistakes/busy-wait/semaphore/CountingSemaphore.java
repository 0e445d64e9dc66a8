package semaphore;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public final class CountingSemaphore {
    private final AtomicInteger permits;

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
        while (!tryAcquire()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
    }

    public boolean tryAcquire() {
        int seen = permits.get();
        while (seen > 0 && !permits.compareAndSet(seen, seen - 1)) {
            seen = permits.get();
        }
        return seen > 0;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        long limit = unit.toNanos(timeout);
        while (!tryAcquire()) {
            if (limit <= 0 || System.nanoTime() - start >= limit) {
                return false;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
        return true;
    }

    public void release() {
        permits.incrementAndGet();
    }

    public int availablePermits() {
        return permits.get();
    }
}
