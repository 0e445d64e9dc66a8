package counter;

import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Adding shares the "read" lock because LongAdder bears it; summing and resetting, which it does not, are alone. */
public final class ThreadSafeCounter {
    private final LongAdder sum = new LongAdder();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    public void increment() {
        gate.readLock().lock();
        try {
            sum.increment();
        } finally {
            gate.readLock().unlock();
        }
    }

    public void decrement() {
        gate.readLock().lock();
        try {
            sum.decrement();
        } finally {
            gate.readLock().unlock();
        }
    }

    public long get() {
        gate.writeLock().lock();
        try {
            return sum.sum();
        } finally {
            gate.writeLock().unlock();
        }
    }

    public long getAndReset() {
        gate.writeLock().lock();
        try {
            return sum.sumThenReset();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
