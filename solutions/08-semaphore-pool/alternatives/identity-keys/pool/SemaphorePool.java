package pool;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Atomics, a queue of parked threads, and a concurrent map whose keys compare by identity. */
public final class SemaphorePool<R> {
    private final ConcurrentHashMap<Key, Object> lent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<R> idle = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedQueue<Thread> line = new ConcurrentLinkedQueue<>();
    private final AtomicInteger free;
    private final Supplier<? extends R> factory;
    private final int capacity;

    public SemaphorePool(int capacity, Supplier<? extends R> factory) {
        if (capacity <= 0) {
            throw new IllegalArgumentException();
        }
        factory.getClass();
        this.capacity = capacity;
        this.factory = factory;
        this.free = new AtomicInteger(capacity);
    }

    public R acquire() throws InterruptedException {
        enter(false, 0);
        return lend();
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        if (!enter(true, unit.toNanos(timeout))) {
            throw new TimeoutException();
        }
        return lend();
    }

    private boolean enter(boolean timed, long limit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (takeFree()) {
            return true;
        }
        if (timed && limit <= 0) {
            return false;
        }
        Thread me = Thread.currentThread();
        long start = System.nanoTime();
        line.add(me);
        try {
            while (line.peek() != me || !takeFree()) {
                if (timed) {
                    long left = limit - (System.nanoTime() - start);
                    if (left <= 0) {
                        return false;
                    }
                    LockSupport.parkNanos(this, left);
                } else {
                    LockSupport.park(this);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            line.remove(me);
            if (free.get() > 0) {
                LockSupport.unpark(line.peek());
            }
        }
    }

    private boolean takeFree() {
        return free.getAndUpdate(n -> n == 0 ? 0 : n - 1) > 0;
    }

    private void leave() {
        free.incrementAndGet();
        LockSupport.unpark(line.peek());
    }

    private R lend() {
        R resource = idle.pollFirst();
        if (resource == null) {
            boolean made = false;
            try {
                resource = factory.get();
                if (resource == null) {
                    throw new IllegalStateException("no resource");
                }
                made = true;
            } finally {
                if (!made) {
                    leave();
                }
            }
        }
        lent.put(new Key(resource), true);
        return resource;
    }

    public void release(R resource) {
        if (resource == null || lent.remove(new Key(resource)) == null) {
            throw new IllegalArgumentException("not on loan");
        }
        idle.addFirst(resource);
        leave();
    }

    public int available() {
        return free.get();
    }

    public int capacity() {
        return capacity;
    }

    private static final class Key {
        private final Object of;

        Key(Object of) {
            this.of = of;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).of == of;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(of);
        }
    }
}
