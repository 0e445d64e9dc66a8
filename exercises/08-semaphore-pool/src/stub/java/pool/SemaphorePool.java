package pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lends a bounded number of resources, such as database connections, to any number of threads.
 *
 * <p>Resources are created when they are first needed; an idle one is lent again before another is created, and
 * there are never more than the capacity. No resource is lent to two callers at once. Resources are told apart
 * by identity, never by {@code equals}. What a thread did before it released a resource is visible to the next
 * thread that gets it.
 *
 * <p>When all resources are lent, the next caller sleeps until one is released. While a resource is available,
 * no thread that wants one keeps sleeping; a thread that gives up, because its time is over or it was
 * interrupted, swallows no other thread's wake-up. A slow factory delays only the caller it works for. Pools are
 * independent of each other. Use any tool you like, including your own semaphore.
 *
 * @param <R> the kind of resource
 */
public final class SemaphorePool<R> {

    /**
     * Creates an empty pool.
     *
     * @param capacity how many resources there can be, 1 or more
     * @param factory creates one resource for each call; it may be slow, and several threads may call it at
     *     once
     * @throws IllegalArgumentException if the capacity is less than 1
     * @throws NullPointerException if the factory is null (an {@link IllegalArgumentException} is accepted too)
     */
    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Waits until a resource is available, and borrows it. Whatever the factory throws reaches the caller
     * unchanged, and the capacity is not lost: the next caller can use it.
     *
     * @return a resource that no other caller has now
     * @throws InterruptedException if the caller is interrupted before the call or while it waits; it takes
     *     nothing then
     * @throws IllegalStateException if the factory returned null; the capacity is not lost then either
     */
    public R acquire() throws InterruptedException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Borrows a resource as soon as one is available, but gives up when the time is over. With a timeout of 0
     * or less the call never waits. A factory that throws or returns null is handled as by {@link #acquire()}.
     *
     * @param timeout how long to wait at most; every value from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}
     *     is valid
     * @param unit the unit of the timeout
     * @return a resource that no other caller has now
     * @throws InterruptedException if the caller is interrupted before the call or while it waits; it takes
     *     nothing then
     * @throws TimeoutException if the time is over
     */
    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        // TODO
        throw new UnsupportedOperationException(
                "not implemented: open exercises/08-semaphore-pool/src/main/java/pool/SemaphorePool.java");
    }

    /**
     * Returns a resource to the pool; any thread may call this.
     *
     * @param resource one that this pool has lent and that was not released since
     * @throws IllegalArgumentException if it is null, was not lent by this pool, or was released already;
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
