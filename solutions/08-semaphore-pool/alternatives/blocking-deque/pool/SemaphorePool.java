package pool;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Full and empty slots in one queue: the full ones at the front, so that they are lent before another is made. */
public final class SemaphorePool<R> {
    private final BlockingDeque<Slot<R>> slots = new LinkedBlockingDeque<>();
    private final Map<R, Slot<R>> lent = new IdentityHashMap<>();
    private final Supplier<? extends R> factory;
    private final int capacity;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity < 1 || factory == null) {
            throw new IllegalArgumentException("capacity " + capacity + ", factory " + factory);
        }
        this.capacity = capacity;
        this.factory = factory;
        for (int i = 0; i < capacity; i++) {
            slots.add(new Slot<>());
        }
    }

    public R acquire() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return fill(slots.takeFirst());
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        // The deque looks for an interrupt only when it has to wait.
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Slot<R> slot = slots.pollFirst(timeout, unit);
        if (slot == null) {
            throw new TimeoutException("waited " + timeout + " " + unit);
        }
        return fill(slot);
    }

    private R fill(Slot<R> slot) {
        try {
            if (slot.content == null) {
                slot.content = factory.get();
            }
            if (slot.content == null) {
                throw new IllegalStateException();
            }
            synchronized (lent) {
                lent.put(slot.content, slot);
            }
            return slot.content;
        } finally {
            if (slot.content == null) {
                slots.addLast(slot);
            }
        }
    }

    public void release(R resource) {
        Slot<R> slot;
        synchronized (lent) {
            slot = lent.remove(resource);
        }
        if (slot == null) {
            throw new IllegalArgumentException();
        }
        slots.addFirst(slot);
    }

    public int available() {
        return slots.size();
    }

    public int capacity() {
        return capacity;
    }

    private static final class Slot<T> {
        T content;
    }
}
