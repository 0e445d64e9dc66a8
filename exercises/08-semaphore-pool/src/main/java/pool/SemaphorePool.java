package pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lends a bounded number of resources, such as database connections, to any number of threads.
 *
 * <p>Resources are made when they are first needed; one that lies idle is lent again before another is made,
 * and there are never more than the capacity. None is lent to two at once. Resources are told apart by
 * identity, never by {@code equals}. What a thread did before it gave a resource back is visible to the next
 * one that gets it.
 *
 * <p>When as many resources are lent as there can be, the next caller sleeps until one comes back. As long as
 * one can be had, nobody who wants one sleeps on for ever; a thread that gives up, because its time is over
 * or it was interrupted, swallows nobody else's wake-up. A factory that is slow holds up only the caller it
 * works for. Pools are independent of each other. Use whatever tool you like, your own semaphore as well.
 *
 * @param <R> the kind of resource
 */
public final class SemaphorePool<R> {

    /**
     * Makes an empty pool.
     *
     * @param capacity how many resources there can be, 1 or more
     * @param factory makes one resource for each call; it may be slow, and it may be called by several
     *     threads at once
     * @throws IllegalArgumentException if the capacity is less than 1
     * @throws NullPointerException if the factory is null; an {@link IllegalArgumentException} is right as
     *     well
     */
    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Waits until a resource can be had, and borrows it. Whatever the factory throws reaches the caller as it
     * is, and the room it would have taken can be used by the next caller.
     *
     * @return a resource that nobody else has now
     * @throws InterruptedException if the caller is interrupted, be it before the call or while it waits; it
     *     takes nothing then
     * @throws IllegalStateException if the factory returned null; the room is free again as well
     */
    public R acquire() throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Borrows a resource as soon as one can be had, but gives up when the time is over. With a timeout of 0
     * or less the call never waits. What the factory does is told as by {@link #acquire()}.
     *
     * @param timeout how long to wait at most; anything from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}
     *     is right
     * @param unit the unit of the timeout
     * @return a resource that nobody else has now
     * @throws InterruptedException if the caller is interrupted, be it before the call or while it waits; it
     *     takes nothing then
     * @throws TimeoutException if the time is over
     */
    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Gives a resource back; any thread may.
     *
     * @param resource one that this pool has lent and that has not come back
     * @throws IllegalArgumentException if it is null, another pool's or nobody's, or has come back already;
     *     nothing is changed then
     */
    public void release(R resource) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Returns how many more can be borrowed: the capacity less what is lent. It need not be exact while
     * other calls run.
     */
    public int available() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /** Returns how many resources there can be. */
    public int capacity() {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }
}
