package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private volatile int permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    public void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (permits == 0) {
            Thread.sleep(3);
        }
        permits--;
    }

    public boolean tryAcquire() {
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (tryAcquire()) {
            return true;
        }
        unit.sleep(timeout);
        return tryAcquire();
    }

    public void release() {
        permits++;
    }

    public int availablePermits() {
        return permits;
    }
}
