package mutex;

import java.util.concurrent.TimeUnit;

/** A monitor guards who the owner is; waiters sleep in its wait set and look again whenever they wake. */
public final class Mutex {
    private Thread owner;

    public synchronized void lock() {
        boolean interrupted = false;
        while (owner != null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        owner = Thread.currentThread();
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
            // Elapsed time is compared, not a deadline: start + Long.MAX_VALUE would overflow.
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                // Our wake-up may have been meant for somebody who still waits.
                notify();
                throw e;
            }
        }
        owner = Thread.currentThread();
        return true;
    }

    public synchronized void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException("not the holder");
        }
        owner = null;
        notify();
    }
}
