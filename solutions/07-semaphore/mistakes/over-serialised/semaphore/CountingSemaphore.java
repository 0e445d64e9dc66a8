package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private int permits;
    private boolean taken;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    /** One at a time through the door. */
    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (taken || permits == 0) {
            wait();
        }
        permits--;
        taken = true;
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
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        permits--;
        return true;
    }

    public synchronized void release() {
        permits++;
        taken = false;
        notifyAll();
    }

    public synchronized int availablePermits() {
        return permits;
    }
}
