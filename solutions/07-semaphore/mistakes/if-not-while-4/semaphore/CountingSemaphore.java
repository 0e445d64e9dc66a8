package semaphore;

import java.util.concurrent.TimeUnit;

/** A private monitor; everybody is woken and looks for himself. */
public final class CountingSemaphore {
    private final Object guard = new Object();
    private int free;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("permits < 0");
        }
        free = permits;
    }

    public void acquire() throws InterruptedException {
        synchronized (guard) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (free < 1) {
                guard.wait();
            }
            free--;
        }
    }

    public boolean tryAcquire() {
        synchronized (guard) {
            return free > 0 && free-- > 0;
        }
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (timeout <= 0) {
            return tryAcquire();
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        synchronized (guard) {
            while (free == 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // Rounded up: never 0, which would mean for ever.
                guard.wait((left - 1) / 1_000_000 + 1);
            }
            free--;
            return true;
        }
    }

    public void release() {
        synchronized (guard) {
            free++;
            guard.notifyAll();
        }
    }

    public int availablePermits() {
        synchronized (guard) {
            return free;
        }
    }
}
