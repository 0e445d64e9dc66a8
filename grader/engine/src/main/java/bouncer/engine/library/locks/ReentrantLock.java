package bouncer.engine.library.locks;

import bouncer.engine.library.RealNames;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.TimeOps;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.locks.ReentrantLock}. */
public class ReentrantLock implements Lock, Serializable {
    private final transient Exclusive state;

    public ReentrantLock() {
        this(false);
    }

    public ReentrantLock(boolean fair) {
        state = new Exclusive(this, fair);
    }

    @Override
    public void lock() {
        state.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        state.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        return state.tryLock();
    }

    @Override
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        return state.tryLock(TimeOps.nanos(timeout, unit));
    }

    @Override
    public void unlock() {
        state.unlock();
    }

    @Override
    public Condition newCondition() {
        return new LockCondition(state);
    }

    public int getHoldCount() {
        return state.myHolds();
    }

    public boolean isHeldByCurrentThread() {
        return state.heldByMe();
    }

    public boolean isLocked() {
        return getOwner("isLocked") != null;
    }

    public final boolean isFair() {
        return state.fair();
    }

    protected @Nullable Thread getOwner() {
        return getOwner("getOwner");
    }

    private @Nullable Thread getOwner(String op) {
        return Ops.read(this, op, state::owner);
    }

    public final boolean hasQueuedThreads() {
        return !getQueuedThreads().isEmpty();
    }

    public final boolean hasQueuedThread(Thread thread) {
        return getQueuedThreads().contains(thread);
    }

    public final int getQueueLength() {
        return getQueuedThreads().size();
    }

    protected Collection<Thread> getQueuedThreads() {
        return Ops.queued(this, "getQueuedThreads", state.queue());
    }

    public boolean hasWaiters(Condition condition) {
        return !getWaitingThreads(condition).isEmpty();
    }

    public int getWaitQueueLength(Condition condition) {
        return getWaitingThreads(condition).size();
    }

    protected Collection<Thread> getWaitingThreads(Condition condition) {
        return LockCondition.of(condition, state).waiting();
    }

    @Override
    public String toString() {
        Thread owner = getOwner("toString");
        return RealNames.realName(this) + (owner == null ? "[Unlocked]" : "[Locked by thread " + owner.getName() + "]");
    }
}
