package pool;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
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

    // New: the state, guarded by this object's monitor. A place is taken from the moment it is promised, also while the
    // factory still works; so the sum of places taken and resources idle never exceeds the capacity. The set compares by
    // identity: two resources may be equal and yet be two.
    private final int capacity;
    private final Supplier<? extends R> factory;
    private final Deque<R> idle = new ArrayDeque<>();
    private final Set<R> lent = Collections.newSetFromMap(new IdentityHashMap<>());
    private int taken;

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
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more: " + capacity);
        }
        this.capacity = capacity;
        this.factory = Objects.requireNonNull(factory, "factory");
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
    // New: the monitor guards only the book-keeping. The factory is called after it was given back: a slow one would
    // otherwise hold up everybody, those included who only want to release.
    public R acquire() throws InterruptedException {
        R resource;
        synchronized (this) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            while (taken == capacity) {
                wait();
            }
            resource = take();
        }
        return resource != null ? resource : make();
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
    // New: the places are looked at before the clock, so that a wake-up in the last moment is used and not thrown away.
    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        R resource;
        synchronized (this) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            long limit = unit.toNanos(timeout);
            long start = System.nanoTime();
            while (taken == capacity) {
                long left = limit - (System.nanoTime() - start);
                if (limit <= 0 || left <= 0) {
                    throw new TimeoutException("no resource came free within " + timeout + " " + unit);
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            resource = take();
        }
        return resource != null ? resource : make();
    }

    /** Takes a place, and an idle resource with it if there is one, else null. */
    private synchronized R take() {
        taken++;
        R resource = idle.pollFirst();
        if (resource != null) {
            lent.add(resource);
        }
        return resource;
    }

    // New: whatever goes wrong in the factory, an Error too, the place is given back and one waiter is told.
    private R make() {
        R made = null;
        try {
            made = factory.get();
            if (made == null) {
                throw new IllegalStateException("the factory returned null");
            }
            return made;
        } finally {
            synchronized (this) {
                if (made != null) {
                    lent.add(made);
                } else {
                    taken--;
                    notify();
                }
            }
        }
    }

    /**
     * Gives a resource back; any thread may.
     *
     * @param resource one that this pool has lent and that has not come back
     * @throws IllegalArgumentException if it is null, another pool's or nobody's, or has come back already;
     *     nothing is changed then
     */
    public synchronized void release(R resource) {
        if (!lent.remove(resource)) {
            throw new IllegalArgumentException("not lent by this pool, or given back already");
        }
        idle.addFirst(resource);
        taken--;
        notify();
    }

    /**
     * Returns how many more can be borrowed: the capacity less what is lent. It need not be exact while
     * other calls run.
     */
    public synchronized int available() {
        return capacity - taken;
    }

    /** Returns how many resources there can be. */
    public int capacity() {
        return capacity;
    }
}
