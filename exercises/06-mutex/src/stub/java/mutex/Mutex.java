package mutex;

import java.util.concurrent.TimeUnit;

/**
 * A lock that at most one thread holds.
 *
 * <p>What a thread wrote before it unlocked is visible to the next thread that locks. A thread that has to wait
 * sleeps (a short spin first is fine) and is woken by the unlock, not by a clock; while the lock is free, no
 * thread that wants it keeps sleeping. Which waiter is served first, and what happens when the holder locks
 * again, is up to you. Mutexes are independent of each other.
 *
 * <p>Build it from {@code synchronized} with {@code wait} and {@code notify}, or from {@code volatile},
 * atomics and {@code VarHandle} with {@code LockSupport}. Collections that never block are allowed too;
 * ready-made locks, semaphores, latches, blocking queues and the like are not.
 */
public final class Mutex {

    /**
     * Waits until the lock is free, and takes it. An interrupt does not end the wait: the thread continues
     * to wait, and returns with the lock held and its interrupt status set.
     */
    public void lock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /**
     * Takes the lock if it is free; never waits.
     *
     * @return true if the caller holds the lock now, false if it was taken
     */
    public boolean tryLock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /**
     * Takes the lock as soon as it is free, but gives up when the time is over. A free lock is taken at once,
     * whatever the timeout; with a timeout of 0 or less the call never waits.
     *
     * @param timeout how long to wait at most; every value from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}
     *     is valid
     * @param unit the unit of the timeout
     * @return true if the caller holds the lock now, false if the time is over
     * @throws InterruptedException if the caller is interrupted before the call or while it waits; it does not
     *     hold the lock then
     */
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }

    /**
     * Releases the lock.
     *
     * @throws IllegalMonitorStateException if the caller does not hold the lock; the holder, if any, keeps it
     */
    public void unlock() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/06-mutex/src/main/java/mutex/Mutex.java");
    }
}
