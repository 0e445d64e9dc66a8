package mutex;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

public final class Mutex {
    private final Semaphore permit = new Semaphore(1);
    private volatile Thread owner;

    public void lock() {
        permit.acquireUninterruptibly();
        owner = Thread.currentThread();
    }

    public boolean tryLock() {
        return got(permit.tryAcquire());
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        return got(permit.tryAcquire(timeout, unit));
    }

    private boolean got(boolean taken) {
        if (taken) {
            owner = Thread.currentThread();
        }
        return taken;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        permit.release();
    }
}
