package mutex;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

@SuppressWarnings("serial")
class Sync extends AbstractQueuedSynchronizer {
    @Override
    protected boolean tryAcquire(int one) {
        if (!compareAndSetState(0, 1)) {
            return false;
        }
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
    }

    @Override
    protected boolean tryRelease(int one) {
        if (getExclusiveOwnerThread() != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        setExclusiveOwnerThread(null);
        setState(0);
        return true;
    }
}
