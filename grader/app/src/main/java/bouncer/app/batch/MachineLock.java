package bouncer.app.batch;

import bouncer.checks.result.Phase;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Who may use the machine when: what does not depend on the clock runs side by side, what measures or needs real cores
 * has the machine for itself. First come, first served, so that neither waits for ever. Thread-safe.
 */
final class MachineLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Waits until work of this phase may go on; close what is returned when it is done. */
    Turn begin(Phase phase) throws InterruptedException {
        Lock side = isAlone(phase) ? lock.writeLock() : lock.readLock();
        side.lockInterruptibly();
        return side::unlock;
    }

    /** True if checks of this phase need the machine for themselves. */
    static boolean isAlone(Phase phase) {
        return phase.isMeasured();
    }

    /** A turn under way. Closed by the thread that began it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
