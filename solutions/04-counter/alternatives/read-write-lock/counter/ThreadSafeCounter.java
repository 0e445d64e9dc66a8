package counter;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Readers side by side, writers alone. */
public final class ThreadSafeCounter {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long value;

    public void increment() {
        change(1);
    }

    public void decrement() {
        change(-1);
    }

    private void change(int delta) {
        lock.writeLock().lock();
        try {
            value += delta;
        } finally {
            lock.writeLock().unlock();
        }
    }

    public long get() {
        lock.readLock().lock();
        try {
            return value;
        } finally {
            lock.readLock().unlock();
        }
    }

    public long getAndReset() {
        lock.writeLock().lock();
        try {
            long old = value;
            value = 0;
            return old;
        } finally {
            lock.writeLock().unlock();
        }
    }
}
