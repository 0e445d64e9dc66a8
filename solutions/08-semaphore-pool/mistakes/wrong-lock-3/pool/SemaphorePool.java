package pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

public final class SemaphorePool<R> {
    private final List<Entry<R>> entries = new ArrayList<>();
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
        Entry<R> e;
        synchronized (entries) {
            if (Thread.interrupted()) throw new InterruptedException();
            while ((e = find()) == null) entries.wait();
        }
        return fill(e);
    }

    public R acquire(long timeout, TimeUnit unit) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + Math.min(unit.toNanos(Math.max(timeout, 0)), Long.MAX_VALUE / 2);
        Entry<R> e;
        synchronized (entries) {
            if (Thread.interrupted()) throw new InterruptedException();
            while ((e = find()) == null) {
                long left = end - System.nanoTime();
                if (left <= 0) throw new TimeoutException();
                TimeUnit.NANOSECONDS.timedWait(entries, left);
            }
        }
        return fill(e);
    }

    private Entry<R> find() {
        for (Entry<R> e : entries) {
            if (!e.out) {
                e.out = true;
                return e;
            }
        }
        if (entries.size() == capacity) return null;
        Entry<R> e = new Entry<>();
        e.out = true;
        entries.add(e);
        return e;
    }

    private R fill(Entry<R> e) {
        if (e.it != null) return e.it;
        R it = null;
        try {
            it = factory.get();
            if (it == null) throw new IllegalStateException("factory gave null");
        } finally {
            synchronized (entries) {
                if (it == null) {
                    entries.remove(e);
                    entries.notifyAll();
                } else {
                    e.it = it;
                }
            }
        }
        return it;
    }

    public void release(R resource) {
        synchronized (entries) {
            for (Entry<R> e : entries) {
                if (e.it == resource && e.out && resource != null) {
                    e.out = false;
                    entries.notifyAll();
                    return;
                }
            }
        }
        throw new IllegalArgumentException();
    }

    public int available() {
        synchronized (this) {
            int out = 0;
            for (Entry<R> e : entries) if (e.out) out++;
            return capacity - out;
        }
    }

    public int capacity() {
        return capacity;
    }

    private static final class Entry<T> {
        boolean out;
        T it;
    }
}
