package mutex;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

public final class Mutex {
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Thread owner;

    public void lock() {
        boolean interrupted = false;
        synchronized (this) {
            while (owner != null) {
                try {
                    waiting.incrementAndGet();
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                } finally {
                    waiting.decrementAndGet();
                }
            }
            owner = Thread.currentThread();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean tryLock() {
        if (owner != null) {
            return false;
        }
        owner = Thread.currentThread();
        return true;
    }

    public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (owner != null) {
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                return false;
            }
            waiting.incrementAndGet();
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } finally {
                waiting.decrementAndGet();
            }
        }
        owner = Thread.currentThread();
        return true;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        boolean anybody = waiting.get() > 0;
        owner = null;
        if (anybody) {
            synchronized (this) {
                notify();
            }
        }
    }
}
