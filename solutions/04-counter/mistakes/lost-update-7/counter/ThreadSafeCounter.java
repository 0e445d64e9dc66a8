package counter;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;

/** A second is long enough to get any lock. */
public class ThreadSafeCounter {
    private final ReentrantLock lock = new ReentrantLock();
    private long value;

    public void increment() {
        change(now -> now + 1);
    }

    public void decrement() {
        change(now -> now - 1);
    }

    public long get() {
        return change(now -> now);
    }

    public long getAndReset() {
        return change(now -> 0);
    }

    private long change(LongUnaryOperator next) {
        boolean locked = false;
        try {
            locked = lock.tryLock(1, TimeUnit.SECONDS);
            long before = value;
            value = next.applyAsLong(before);
            return before;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }
}
