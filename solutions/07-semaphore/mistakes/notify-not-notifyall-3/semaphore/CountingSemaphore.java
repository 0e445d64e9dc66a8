package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private int permits;
    private int urgent;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    /** Waits behind those whose time is limited. */
    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (permits <= urgent) {
            wait();
        }
        permits--;
    }

    public synchronized boolean tryAcquire() {
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        urgent++;
        try {
            while (permits == 0) {
                long left = limit - (System.nanoTime() - start);
                if (limit <= 0 || left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            permits--;
            return true;
        } finally {
            urgent--;
        }
    }

    public synchronized void release() {
        permits++;
        notify();
    }

    public synchronized int availablePermits() {
        return permits;
    }
}
