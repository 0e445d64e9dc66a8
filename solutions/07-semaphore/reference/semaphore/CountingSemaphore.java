package semaphore;

import java.util.concurrent.TimeUnit;

/** A monitor guards the number of free permits; every release wakes one waiter, and every waiter looks again. */
public final class CountingSemaphore {
    private int permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("negative permits");
        }
        this.permits = permits;
    }

    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (permits == 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                notify();
                throw e;
            }
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
        while (permits == 0) {
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                notify();
                throw e;
            }
        }
        permits--;
        return true;
    }

    public synchronized void release() {
        permits++;
        notify();
    }

    public synchronized int availablePermits() {
        return permits;
    }
}
