package pool;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final ConcurrentLinkedQueue<R> idle = new ConcurrentLinkedQueue<>();
    private final Set<R> lent = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final AtomicInteger created = new AtomicInteger();
    private final int capacity;
    private final Supplier<? extends R> factory;

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
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (true) {
            R resource = idle.poll();
            if (resource != null) {
                lent.add(resource);
                return resource;
            }
            if (mayMake()) {
                return make();
            }
            synchronized (this) {
                wait();
            }
        }
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        while (true) {
            R resource = idle.poll();
            if (resource != null) {
                lent.add(resource);
                return resource;
            }
            if (mayMake()) {
                return make();
            }
            long left = limit - (System.nanoTime() - start);
            if (limit <= 0 || left <= 0) {
                throw new TimeoutException();
            }
            synchronized (this) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
    }

    private boolean mayMake() {
        int seen = created.get();
        while (seen < capacity && !created.compareAndSet(seen, seen + 1)) {
            seen = created.get();
        }
        return seen < capacity;
    }

    private R make() {
        R made = null;
        try {
            made = factory.get();
            if (made == null) {
                throw new IllegalStateException("null");
            }
            lent.add(made);
            return made;
        } finally {
            if (made == null) {
                created.decrementAndGet();
                wakeOne();
            }
        }
    }

    private synchronized void wakeOne() {
        notify();
    }

    public void release(R resource) {
        if (!lent.remove(resource)) {
            throw new IllegalArgumentException();
        }
        idle.add(resource);
        wakeOne();
    }

    public int available() {
        return capacity - lent.size();
    }

    public int capacity() {
        return capacity;
    }
}
