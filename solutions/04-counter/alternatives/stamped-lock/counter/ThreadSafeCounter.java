package counter;

import java.util.concurrent.locks.StampedLock;

/** Reads optimistically, as the documentation of StampedLock shows, and again under the lock when a writer came between. */
public final class ThreadSafeCounter {
    private final StampedLock lock = new StampedLock();
    private long value;

    public void increment() {
        long stamp = lock.writeLock();
        try {
            value++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public void decrement() {
        long stamp = lock.writeLock();
        try {
            value--;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public long get() {
        long stamp = lock.tryOptimisticRead();
        long seen = value;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                seen = value;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return seen;
    }

    public long getAndReset() {
        long stamp = lock.writeLock();
        try {
            long seen = value;
            value = 0;
            return seen;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
