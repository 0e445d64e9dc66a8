package bouncer.engine.library.locks;

import bouncer.engine.library.RealNames;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.io.Serializable;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.locks.ReentrantReadWriteLock}. */
public class ReentrantReadWriteLock implements ReadWriteLock, Serializable {
    private final transient Shared state;
    private final transient ReadLock readerLock;
    private final transient WriteLock writerLock;

    public ReentrantReadWriteLock() {
        this(false);
    }

    public ReentrantReadWriteLock(boolean fair) {
        state = new Shared(this, fair);
        readerLock = new ReadLock(state);
        writerLock = new WriteLock(state);
    }

    @Override
    public WriteLock writeLock() {
        return writerLock;
    }

    @Override
    public ReadLock readLock() {
        return readerLock;
    }

    /** The base of the two views. */
    private abstract static class View implements Lock, Serializable {
        final transient Shared state;
        private final boolean write;

        View(Shared state, boolean write) {
            this.state = state;
            this.write = write;
        }

        private String op(String call) {
            return (write ? "writeLock." : "readLock.") + call;
        }

        @Override
        public void lock() {
            state.lock(op("lock"), write, TimeOps.FOREVER, false);
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            Ops.thrown(state.lock(op("lockInterruptibly"), write, TimeOps.FOREVER, true));
        }

        @Override
        public boolean tryLock() {
            return state.tryLock(write);
        }

        @Override
        public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
            WaitOutcome wake = state.lock(op("tryLock"), write, TimeOps.nanos(timeout, unit), true);
            Ops.thrown(wake);
            return wake == WaitOutcome.READY;
        }
    }

    /** Model of {@link java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock}. */
    public static class ReadLock extends View {
        protected ReadLock(ReentrantReadWriteLock lock) {
            this(lock.state);
        }

        private ReadLock(Shared state) {
            super(state, false);
        }

        @Override
        public void unlock() {
            state.unlockRead();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String toString() {
            return RealNames.realName(this) + "[Read locks = " + Ops.read(state.at(), "toString", state::readHolds)
                    + "]";
        }
    }

    /** Model of {@link java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock}. */
    public static class WriteLock extends View {
        protected WriteLock(ReentrantReadWriteLock lock) {
            this(lock.state);
        }

        private WriteLock(Shared state) {
            super(state, true);
        }

        @Override
        public void unlock() {
            state.unlockWrite();
        }

        @Override
        public Condition newCondition() {
            return new LockCondition(state);
        }

        public boolean isHeldByCurrentThread() {
            return state.heldByMe();
        }

        public int getHoldCount() {
            return state.myHolds(true);
        }

        @Override
        public String toString() {
            Thread owner = Ops.read(state.at(), "toString", state::writer);
            return RealNames.realName(this)
                    + (owner == null ? "[Unlocked]" : "[Locked by thread " + owner.getName() + "]");
        }
    }

    public final boolean isFair() {
        return state.fair();
    }

    protected @Nullable Thread getOwner() {
        return Ops.read(this, "getOwner", state::writer);
    }

    public int getReadLockCount() {
        return Ops.read(this, "getReadLockCount", state::readHolds);
    }

    public boolean isWriteLocked() {
        return getOwner() != null;
    }

    public boolean isWriteLockedByCurrentThread() {
        return state.heldByMe();
    }

    public int getWriteHoldCount() {
        return state.myHolds(true);
    }

    public int getReadHoldCount() {
        return state.myHolds(false);
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
        return RealNames.realName(this) + Ops.read(this, "toString", state::toString);
    }
}
