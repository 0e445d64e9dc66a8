package mutex;

import java.util.concurrent.TimeUnit;

/**
 * A lock that one thread holds at a time. Whoever waits for it sleeps, and is woken when it may have it. What a thread
 * wrote before {@link #unlock} is visible after the next successful lock.
 */
public final class Mutex {

    /** Waits until the lock is free and takes it; an interrupt does not end the wait, but is kept in the status. */
    public void lock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /** Takes the lock if it is free, without waiting. */
    public boolean tryLock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /** Takes the lock as soon as it is free within the time; never waits when the time is 0 or less. */
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /** Gives the lock back; {@link IllegalMonitorStateException} for a thread that does not hold it. */
    public void unlock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }
}
