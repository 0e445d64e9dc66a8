package mutex;

import java.util.concurrent.TimeUnit;

/**
 * A lock that one thread holds at a time. Whoever waits for it sleeps, and is woken when it may have it. What a thread
 * wrote before {@link #unlock} is visible after the next successful lock.
 */
public final class Mutex {

    // New: the state, guarded by this object's monitor: null while the lock is free. The monitor is held only for a few
    // instructions; the mutex stays locked between them because owner says so.
    private Thread owner;

    /** Waits until the lock is free and takes it; an interrupt does not end the wait, but is kept in the status. */
    // New: while, not if: between the wake-up and this thread's turn another thread may have taken the lock. An interrupt
    // is remembered and set again at the end; set inside the loop it would make every further wait() throw at once.
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
    public synchronized boolean tryLock() {
        if (owner != null) {
            return false;
        }
        owner = Thread.currentThread();
        return true;
    }

    /** Takes the lock as soon as it is free within the time; never waits when the time is 0 or less. */
    // New: the time left is worked out anew before each wait, from the elapsed time: start + Long.MAX_VALUE would overflow,
    // and wait(0) would wait for ever. The lock is looked at before the clock, so that no wake-up is thrown away.
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
            // An interrupt leaves from here. The language promises that it takes nobody's notify along (JLS 17.2.4).
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        owner = Thread.currentThread();
        return true;
    }

    /** Gives the lock back; {@link IllegalMonitorStateException} for a thread that does not hold it. */
    // New: one waiter is enough, because all wait for the same thing and only one can have it.
    public synchronized void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException("the calling thread does not hold this mutex");
        }
        owner = null;
        notify();
    }
}
