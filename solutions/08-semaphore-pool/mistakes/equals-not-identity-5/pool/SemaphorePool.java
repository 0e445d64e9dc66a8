package pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final Semaphore permits;
    private final Supplier<? extends R> factory;
    private final int capacity;
    private final ConcurrentLinkedQueue<R> idle = new ConcurrentLinkedQueue<>();
    private record Key(Object it) {
        @Override public boolean equals(Object o) { return o instanceof Key k && System.identityHashCode(k.it) == System.identityHashCode(it); }
        @Override public int hashCode() { return System.identityHashCode(it); }
    }
    private final ConcurrentHashMap<Key, Boolean> lent = new ConcurrentHashMap<>();
    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1 || factory == null) throw new IllegalArgumentException();
        this.capacity = capacity; this.factory = factory; permits = new Semaphore(capacity);
    }
    public R acquire() throws InterruptedException { permits.acquire(); return take(); }
    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (!permits.tryAcquire(timeout, unit)) throw new TimeoutException("after " + timeout);
        return take();
    }
    private R take() {
        boolean done = false;
        try {
            R r = idle.poll();
            if (r == null) r = factory.get();
            if (r == null) throw new IllegalStateException();
            lent.put(new Key(r), true);
            done = true;
            return r;
        } finally { if (!done) permits.release(); }
    }
    public void release(R resource) {
        if (resource == null || lent.remove(new Key(resource)) == null) throw new IllegalArgumentException();
        idle.add(resource);
        permits.release();
    }
    public int available() { return permits.availablePermits(); }
    public int capacity() { return capacity; }
}
