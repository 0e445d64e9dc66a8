package pool;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition returned = lock.newCondition();
    private final ArrayDeque<R> idle = new ArrayDeque<>();
    private final Map<R, Boolean> lent = new IdentityHashMap<>();
    private final int capacity;
    private final Supplier<? extends R> factory;
    private int making;

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
        lock.lockInterruptibly();
        try {
            while (full()) {
                returned.await();
            }
            if (!idle.isEmpty()) {
                return lend(idle.pop());
            }
            making++;
        } finally {
            lock.unlock();
        }
        return make();
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (full()) {
                if (nanos > 0) {
                    nanos = returned.awaitNanos(nanos);
                }
                if (nanos <= 0) {
                    throw new TimeoutException();
                }
            }
            if (!idle.isEmpty()) {
                return lend(idle.pop());
            }
            making++;
        } finally {
            lock.unlock();
        }
        return make();
    }

    private boolean full() {
        return lent.size() + making == capacity;
    }

    private R lend(R resource) {
        lent.put(resource, true);
        return resource;
    }

    private R make() {
        R made = null;
        try {
            made = factory.get();
        } finally {
            lock.lock();
            try {
                making--;
                if (made != null) {
                    lend(made);
                } else {
                    returned.signal();
                }
            } finally {
                lock.unlock();
            }
        }
        if (made == null) {
            throw new IllegalStateException("null resource");
        }
        return made;
    }

    public void release(R resource) {
        lock.lock();
        try {
            if (resource == null || lent.remove(resource) == null) {
                throw new IllegalArgumentException("not lent");
            }
            idle.push(resource);
            returned.signal();
        } finally {
            lock.unlock();
        }
    }

    public int available() {
        lock.lock();
        try {
            return capacity - lent.size() - making;
        } finally {
            lock.unlock();
        }
    }

    public int capacity() {
        return capacity;
    }
}
