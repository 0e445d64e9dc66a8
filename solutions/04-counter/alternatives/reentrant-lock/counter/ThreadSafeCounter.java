package counter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class ThreadSafeCounter {
    private final Lock lock = new ReentrantLock(true);
    private long n = 0L;

    public void increment() {
        lock.lock();
        try {
            ++n;
        } finally {
            lock.unlock();
        }
    }

    public void decrement() {
        lock.lock();
        try {
            --n;
        } finally {
            lock.unlock();
        }
    }

    public long get() {
        lock.lock();
        try {
            return n;
        } finally {
            lock.unlock();
        }
    }

    public long getAndReset() {
        lock.lock();
        try {
            return n;
        } finally {
            n = 0;
            lock.unlock();
        }
    }
}
