package semaphore;

import java.util.concurrent.TimeUnit;

/** A release is either a free permit or a signal to somebody who waits; a signal that nobody is left for becomes a permit. */
public final class CountingSemaphore {
    private int count;
    private int waiters;
    private int signals;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("" + permits);
        }
        count = permits;
    }

    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire()) {
            return;
        }
        waiters++;
        try {
            while (signals == 0) {
                wait();
            }
            signals--;
        } finally {
            leave();
        }
    }

    public synchronized boolean tryAcquire() {
        if (count == 0) {
            return false;
        }
        count--;
        return true;
    }

    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire()) {
            return true;
        }
        if (timeout <= 0) {
            return false;
        }
        final long start = System.nanoTime();
        final long limit = unit.toNanos(timeout);
        waiters++;
        try {
            while (signals == 0) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            signals--;
            return true;
        } finally {
            leave();
        }
    }

    private void leave() {
        waiters--;
        if (signals > waiters) {
            signals--;
            count++;
        }
    }

    public synchronized void release() {
        if (waiters > signals) {
            signals++;
            notify();
        } else {
            count++;
        }
    }

    public synchronized int availablePermits() {
        return count;
    }
}
