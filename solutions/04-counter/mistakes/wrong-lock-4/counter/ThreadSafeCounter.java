package counter;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

public final class ThreadSafeCounter {
    private long n = 0L;

    public void increment() {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
            ++n;
        } finally {
            lock.unlock();
        }
    }

    public void decrement() {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
            --n;
        } finally {
            lock.unlock();
        }
    }

    public long get() {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
            return n;
        } finally {
            lock.unlock();
        }
    }

    public long getAndReset() {
        Lock lock = new ReentrantLock();
        lock.lock();
        try {
            return n;
        } finally {
            n = 0;
            lock.unlock();
        }
    }
}
