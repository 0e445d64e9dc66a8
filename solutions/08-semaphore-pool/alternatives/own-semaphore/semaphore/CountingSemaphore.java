package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * Lets as many threads in as there are permits. Whoever waits for one sleeps, and is woken when one is free. A thread that
 * gives up, because its time is over or it was interrupted, takes no permit and swallows nobody's wake-up.
 */
public final class CountingSemaphore {

    // New: how many permits are free, guarded by this object's monitor.
    private int permits;

    /** Starts with this many permits; a negative number is refused with {@link IllegalArgumentException}. */
    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException("negative number of permits: " + permits);
        }
        this.permits = permits;
    }

    /** Waits for a permit and takes it; {@link InterruptedException} if interrupted before or meanwhile. */
    // New: the question and the taking are under one monitor, and the question is asked again after each wake-up: another
    // thread may have come first. If wait() throws, no permit was taken, and a notify goes to another waiter (JLS 17.2.4).
    public synchronized void acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (permits == 0) {
            wait();
        }
        permits--;
    }

    /** Takes a permit if one is free, without waiting. */
    public synchronized boolean tryAcquire() {
        if (permits == 0) {
            return false;
        }
        permits--;
        return true;
    }

    /** Takes a permit as soon as one is free within the time; never waits when the time is 0 or less. */
    // New: the time left is worked out anew before each wait, from the elapsed time: start + Long.MAX_VALUE would overflow.
    // The permits are looked at before the clock, so that a wake-up in the last moment is used and not thrown away.
    public synchronized boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (permits == 0) {
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        permits--;
        return true;
    }

    /** Adds one permit; any thread may, also one that never acquired. */
    // New: every release wakes one waiter, not only the one that makes the first permit: two releases must free two.
    public synchronized void release() {
        permits++;
        notify();
    }

    /** Returns how many permits are free, never less than 0. */
    public synchronized int availablePermits() {
        return permits;
    }
}
