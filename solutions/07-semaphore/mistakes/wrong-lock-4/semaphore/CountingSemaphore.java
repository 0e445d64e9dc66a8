package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private Integer permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (!tryAcquire()) {
            wait();
        }
    }

    public boolean tryAcquire() {
        synchronized (permits) {
            if (permits == 0) {
                return false;
            }
            permits--;
            return true;
        }
    }

    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (!tryAcquire()) {
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    public synchronized void release() {
        synchronized (permits) {
            permits++;
        }
        notify();
    }

    public int availablePermits() {
        synchronized (permits) {
            return permits;
        }
    }
}
