package bouncer.app.grading;

import bouncer.checks.result.Phase;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps measured checks alone on the machine: while a stress or timing check of any grading of this process runs, no
 * other check runs and nothing is compiled. Everything else runs side by side. Turns are given in the order they were
 * asked for, so neither kind of work starves. Thread-safe.
 */
final class MachineLock {
    private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock(true);

    private MachineLock() {}

    /**
     * Waits until work of this phase may begin. A thread that holds the turn of a measured phase may begin more work of
     * such a phase.
     *
     * @return the turn; the same thread must close it when the work is done
     */
    static Turn begin(Phase phase) throws InterruptedException {
        Lock side = phase.isMeasured() ? LOCK.writeLock() : LOCK.readLock();
        side.lockInterruptibly();
        return side::unlock;
    }

    /** The right to use the machine until it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
