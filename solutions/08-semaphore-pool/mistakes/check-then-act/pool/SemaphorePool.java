package pool;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final BlockingQueue<R> idle = new LinkedBlockingQueue<>();
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
        R resource = idle.poll();
        if (resource == null && created.get() < capacity) {
            created.incrementAndGet();
            resource = make();
        }
        if (resource == null) {
            resource = idle.take();
        }
        lent.add(resource);
        return resource;
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        R resource = idle.poll();
        if (resource == null && created.get() < capacity) {
            created.incrementAndGet();
            resource = make();
        }
        if (resource == null) {
            resource = idle.poll(timeout, unit);
        }
        if (resource == null) {
            throw new TimeoutException();
        }
        lent.add(resource);
        return resource;
    }

    private R make() {
        R made = null;
        try {
            made = factory.get();
            if (made == null) {
                throw new IllegalStateException("null");
            }
            return made;
        } finally {
            if (made == null) {
                created.decrementAndGet();
            }
        }
    }

    public void release(R resource) {
        if (!lent.remove(resource)) {
            throw new IllegalArgumentException();
        }
        idle.add(resource);
    }

    public int available() {
        return capacity - lent.size();
    }

    public int capacity() {
        return capacity;
    }
}
