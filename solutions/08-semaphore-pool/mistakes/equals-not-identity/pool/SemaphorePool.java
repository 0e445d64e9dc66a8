package pool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A monitor for the book-keeping, the factory outside of it. */
public final class SemaphorePool<R> {

    private final int capacity;
    private final Supplier<? extends R> factory;
    private final Deque<R> idle = new ArrayDeque<>();
    private final Set<R> lent = new HashSet<>();
    private int taken;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more: " + capacity);
        }
        this.capacity = capacity;
        this.factory = Objects.requireNonNull(factory, "factory");
    }

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

    private synchronized R take() {
        taken++;
        R resource = idle.pollFirst();
        if (resource != null) {
            lent.add(resource);
        }
        return resource;
    }

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

    public synchronized void release(R resource) {
        if (!lent.remove(resource)) {
            throw new IllegalArgumentException("not lent by this pool, or given back already");
        }
        idle.addFirst(resource);
        taken--;
        notify();
    }

    public synchronized int available() {
        return capacity - taken;
    }

    public int capacity() {
        return capacity;
    }
}
