package mutex;

import java.util.concurrent.TimeUnit;

public final class Mutex {
    private volatile Thread owner;

    public void lock() {
        boolean interrupted = false;
        while (!tryLock()) {
            synchronized (this) {
                if (owner != null) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean tryLock() {
        if (owner == null) {
            owner = Thread.currentThread();
            return true;
        }
        return false;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (!tryLock()) {
            synchronized (this) {
                long left = limit - (System.nanoTime() - start);
                if (limit <= 0 || left <= 0) {
                    return false;
                }
                if (owner != null) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            }
        }
        return true;
    }

    public synchronized void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        notify();
    }
}
