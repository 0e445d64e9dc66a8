package semaphore;

import java.util.concurrent.TimeUnit;

/**
 * Lets as many threads in as there are permits. Whoever waits for one sleeps, and is woken when one is free. A thread that
 * gives up, because its time is over or it was interrupted, takes no permit and swallows nobody's wake-up.
 */
public final class CountingSemaphore {

    /** Starts with this many permits; a negative number is refused with {@link IllegalArgumentException}. */
    public CountingSemaphore(int permits) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /** Waits for a permit and takes it; {@link InterruptedException} if interrupted before or meanwhile. */
    public void acquire() throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /** Takes a permit if one is free, without waiting. */
    public boolean tryAcquire() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /** Takes a permit as soon as one is free within the time; never waits when the time is 0 or less. */
    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/07-semaphore/src/main/java/semaphore/CountingSemaphore.java");
    }

    /** Adds one permit; any thread may, also one that never acquired. */
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
