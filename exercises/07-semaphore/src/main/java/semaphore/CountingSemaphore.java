package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * Lets as many threads in as there are permits.
 *
 * <p>What a thread wrote before it released a permit is visible to the thread that takes it. A thread that has
 * to wait sleeps (a short spin first is fine) and is woken by the release, not by a clock. While a permit is
 * free, no thread that wants one keeps sleeping: two releases free two waiters. A thread that gives up, because
 * its time is over or it was interrupted, takes no permit and swallows no other thread's wake-up. Holders of
 * different permits run at the same time. Which waiter is served first is up to you. Semaphores are independent
 * of each other.
 *
 * <p>Build it from {@code synchronized} with {@code wait} and {@code notify}, or from {@code volatile},
 * atomics and {@code VarHandle} with {@code LockSupport}. Collections that never block are allowed too;
 * ready-made locks, semaphores, latches, blocking queues and the like are not.
 */
public final class CountingSemaphore {

    /**
     * Creates a semaphore.
     *
     * @param permits the initial number of free permits, 0 or more
     * @throws IllegalArgumentException if the number is negative
     */
    public CountingSemaphore(int permits) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /**
     * Waits until a permit is free, and takes it.
     *
     * @throws InterruptedException if the caller is interrupted before the call or while it waits; it takes no
     *     permit then
     */
    public void acquire() throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /**
     * Takes a permit if one is free; never waits.
     *
     * @return true if a permit was taken, false if none was free
     */
    public boolean tryAcquire() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /**
     * Takes a permit as soon as one is free, but gives up when the time is over. A free permit is taken at
     * once, whatever the timeout; with a timeout of 0 or less the call never waits.
     *
     * @param timeout how long to wait at most; every value from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}
     *     is valid
     * @param unit the unit of the timeout
     * @return true if a permit was taken, false if the time is over
     * @throws InterruptedException if the caller is interrupted before the call or while it waits; it takes no
     *     permit then
     */
    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /**
     * Adds one permit. Any thread may call this, even one that never acquired, and the number of permits may grow
     * beyond the initial number.
     */
    public void release() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /** Returns how many permits are free, never less than 0. */
    public int availablePermits() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }
}
