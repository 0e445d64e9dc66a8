package mutex;

import java.util.concurrent.TimeUnit;

/**
 * A lock that one thread holds at a time. Whoever waits for it sleeps, and is woken when it may have it. What a thread
 * wrote before {@link #unlock} is visible after the next successful lock.
 */
public final class Mutex {

    private volatile Thread owner;

    /** Waits until the lock is free and takes it; an interrupt does not end the wait, but is kept in the status. */
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

    /** Takes the lock if it is free, without waiting. */
    public boolean tryLock() {
        if (owner != null) {
            return false;
        }
        owner = Thread.currentThread();
        return true;
    }

    /** Takes the lock as soon as it is free within the time; never waits when the time is 0 or less. */
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
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        owner = Thread.currentThread();
        return true;
    }

    /** Gives the lock back; {@link IllegalMonitorStateException} for a thread that does not hold it. */
    public synchronized void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException("the calling thread does not hold this mutex");
        }
        owner = null;
        notify();
    }
}
