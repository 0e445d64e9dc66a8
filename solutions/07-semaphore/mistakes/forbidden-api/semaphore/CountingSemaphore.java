package semaphore;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private final Semaphore inner;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        inner = new Semaphore(permits);
    }

    public void acquire() throws InterruptedException {
        inner.acquire();
    }

    public boolean tryAcquire() {
        return inner.tryAcquire();
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return inner.tryAcquire(timeout, unit);
    }

    public void release() {
        inner.release();
    }

    public int availablePermits() {
        return inner.availablePermits();
    }
}
