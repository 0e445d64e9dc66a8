package pool;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final ArrayDeque<R> idle = new ArrayDeque<>();
    private final Map<R, Boolean> lent = new IdentityHashMap<>();
    private final int capacity;
    private final Supplier<? extends R> factory;
    private int taken;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        if (factory == null) {
            throw new IllegalArgumentException("no factory");
        }
        this.capacity = capacity;
        this.factory = factory;
    }

    public R acquire() throws InterruptedException {
        while (!enter()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.yield();
        }
        return lend();
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (!enter()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (limit <= 0 || System.nanoTime() - start >= limit) {
                throw new TimeoutException();
            }
            Thread.yield();
        }
        return lend();
    }

    private synchronized boolean enter() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (taken == capacity) {
            return false;
        }
        taken++;
        return true;
    }

    private R lend() {
        R resource = null;
        try {
            synchronized (this) {
                resource = idle.poll();
            }
            if (resource == null) {
                resource = factory.get();
            }
            if (resource == null) {
                throw new IllegalStateException();
            }
            synchronized (this) {
                lent.put(resource, true);
            }
            return resource;
        } finally {
            if (resource == null) {
                synchronized (this) {
                    taken--;
                }
            }
        }
    }

    public synchronized void release(R resource) {
        if (resource == null || lent.remove(resource) == null) {
            throw new IllegalArgumentException();
        }
        idle.push(resource);
        taken--;
    }

    public synchronized int available() {
        return capacity - taken;
    }

    public int capacity() {
        return capacity;
    }
}
