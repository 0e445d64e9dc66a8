package @package@;

import java.util.concurrent.locks.ReentrantLock;

/** Uses one lock in all methods. */
public final class @class@ {
    private final ReentrantLock lock = new ReentrantLock();
    private long total;

    public void add(long amount) {
        lock.lock();
        try {
            total += amount;
        } finally {
            lock.unlock();
        }
    }

    public long total() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }
}
