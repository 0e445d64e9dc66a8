package bouncer.engine.library.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A stamped lock seen as a plain lock for reading or for writing; has no conditions, as documented. */
final class StampedView implements Lock {
    private final StampedLock lock;
    private final boolean write;

    StampedView(StampedLock lock, boolean write) {
        this.lock = lock;
        this.write = write;
    }

    @Override
    public void lock() {
        if (write) {
            lock.writeLock();
        } else {
            lock.readLock();
        }
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (write) {
            lock.writeLockInterruptibly();
        } else {
            lock.readLockInterruptibly();
        }
    }

    @Override
    public boolean tryLock() {
        return (write ? lock.tryWriteLock() : lock.tryReadLock()) != 0;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        return (write ? lock.tryWriteLock(time, unit) : lock.tryReadLock(time, unit)) != 0;
    }

    @Override
    public void unlock() {
        lock.unlockUnstamped(write);
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException();
    }
}
