package bouncer.engine.library.locks;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.TimeOps;
import java.util.Collection;
import java.util.concurrent.locks.Condition;

/** Model of {@link java.util.concurrent.locks.AbstractQueuedSynchronizer}. */
public abstract class AbstractQueuedSynchronizer extends QueuedSynchronizer {
    private int state;

    protected AbstractQueuedSynchronizer() {}

    protected final int getState() {
        return Ops.step(this, AccessKind.READ, MemoryMode.VOLATILE, "getState", () -> state);
    }

    protected final void setState(int newState) {
        Ops.step(this, AccessKind.WRITE, MemoryMode.VOLATILE, "setState", () -> {
            state = newState;
            return null;
        });
    }

    protected final boolean compareAndSetState(int expect, int update) {
        return Ops.step(this, AccessKind.UPDATE, MemoryMode.VOLATILE, "compareAndSetState", () -> {
            boolean same = state == expect;
            if (same) {
                state = update;
            } else {
                Ops.unchanged();
            }
            return same;
        });
    }

    protected boolean tryAcquire(int arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryRelease(int arg) {
        throw new UnsupportedOperationException();
    }

    protected int tryAcquireShared(int arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryReleaseShared(int arg) {
        throw new UnsupportedOperationException();
    }

    @Override
    final boolean attempt(boolean shared, long arg) {
        return shared ? tryAcquireShared((int) arg) >= 0 : tryAcquire((int) arg);
    }

    @Override
    final long releaseAll() {
        int saved = getState();
        if (!release(saved)) {
            throw new IllegalMonitorStateException();
        }
        return saved;
    }

    public final void acquire(int arg) {
        acquire(false, arg, TimeOps.FOREVER, false);
    }

    public final void acquireInterruptibly(int arg) throws InterruptedException {
        acquireInterruptibly("acquireInterruptibly", false, arg);
    }

    public final boolean tryAcquireNanos(int arg, long nanosTimeout) throws InterruptedException {
        return acquireNanos("tryAcquireNanos", false, arg, nanosTimeout);
    }

    public final boolean release(int arg) {
        return released(tryRelease(arg));
    }

    public final void acquireShared(int arg) {
        acquire(true, arg, TimeOps.FOREVER, false);
    }

    public final void acquireSharedInterruptibly(int arg) throws InterruptedException {
        acquireInterruptibly("acquireSharedInterruptibly", true, arg);
    }

    public final boolean tryAcquireSharedNanos(int arg, long nanosTimeout) throws InterruptedException {
        return acquireNanos("tryAcquireSharedNanos", true, arg, nanosTimeout);
    }

    public final boolean releaseShared(int arg) {
        return released(tryReleaseShared(arg));
    }

    public final boolean owns(ConditionObject condition) {
        return isOwner(condition);
    }

    public final boolean hasWaiters(ConditionObject condition) {
        return !waitingOn(condition).isEmpty();
    }

    public final int getWaitQueueLength(ConditionObject condition) {
        return waitingOn(condition).size();
    }

    public final Collection<Thread> getWaitingThreads(ConditionObject condition) {
        return waitingOn(condition);
    }

    @Override
    public String toString() {
        return shown(getState());
    }

    /** Model of {@link java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject}. */
    public class ConditionObject extends Waiting implements Condition {
        public ConditionObject() {}
    }
}
