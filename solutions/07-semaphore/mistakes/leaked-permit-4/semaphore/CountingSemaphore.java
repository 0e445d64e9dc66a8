package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private int count;
    private int signals;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        count = permits;
    }

    /** The count falls below 0 by the number of those who wait. */
    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        count--;
        if (count < 0) {
            do {
                wait();
            } while (signals == 0);
            signals--;
        }
    }

    public synchronized boolean tryAcquire() {
        if (count <= 0) {
            return false;
        }
        count--;
        return true;
    }

    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        if (count <= 0 && limit <= 0) {
            return false;
        }
        count--;
        if (count < 0) {
            do {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    count++;
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } while (signals == 0);
            signals--;
        }
        return true;
    }

    public synchronized void release() {
        count++;
        if (count <= 0) {
            signals++;
            notify();
        }
    }

    public synchronized int availablePermits() {
        return Math.max(0, count);
    }
}
