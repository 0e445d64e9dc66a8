package bouncer.clients;

import java.util.concurrent.TimeUnit;

/** A right semaphore. */
class SmallSemaphore {
    protected int permits;

    SmallSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (permits == 0) {
            wait();
        }
        permits--;
    }

    synchronized boolean tryAcquire() {
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        long limit = Math.max(0, unit.toNanos(timeout));
        while (permits == 0) {
            long left = limit - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1, 0);
        }
        permits--;
        return true;
    }

    synchronized void release() {
        permits++;
        notifyAll();
    }

    synchronized int availablePermits() {
        return permits;
    }
}
