package @package@;

import java.util.concurrent.locks.ReentrantLock;

/** One lock for all methods. */
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
