package pool;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A permit is a place. Who holds one finds an idle resource or may make one: at most capacity - 1 others hold a resource, and
 * one goes back to the idle ones before its permit does.
 */
public final class SemaphorePool<R> {
    private final Semaphore places;
    private final ConcurrentLinkedQueue<R> idle = new ConcurrentLinkedQueue<>();
    private final Set<R> lent = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final Supplier<? extends R> factory;
    private final int capacity;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
        this.factory = Objects.requireNonNull(factory);
        this.places = new Semaphore(capacity);
    }

    public R acquire() throws InterruptedException {
        places.acquire();
        return lend();
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (!places.tryAcquire(timeout, unit)) {
            throw new TimeoutException();
        }
        return lend();
    }

    private R lend() {
        boolean lends = false;
        try {
            R resource = idle.poll();
            if (resource == null) {
                resource = factory.get();
                if (resource == null) {
                    throw new IllegalStateException("the factory returned null");
                }
            }
            lent.add(resource);
            lends = true;
            return resource;
        } finally {
            if (!lends) {
                places.release();
            }
        }
    }

    public void release(R resource) {
        if (!lent.remove(resource)) {
            throw new IllegalArgumentException("not lent by this pool");
        }
        idle.add(resource);
        places.release();
    }

    public int available() {
        return places.availablePermits();
    }

    public int capacity() {
        return capacity;
    }
}
