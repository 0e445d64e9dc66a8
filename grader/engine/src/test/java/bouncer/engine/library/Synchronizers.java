package bouncer.engine.library;

/** The same locks of a program's own, exclusive and shared, on the library's synchronizers and on their models. */
@SuppressWarnings("serial") // never serialized
public final class Synchronizers {
    private Synchronizers() {}

    /** On the library's, with an int. */
    public static final class RealInt extends java.util.concurrent.locks.AbstractQueuedSynchronizer {
        private final ConditionObject condition = new ConditionObject();

        @Override
        protected boolean tryAcquire(int arg) {
            return compareAndSetState(0, arg);
        }

        @Override
        protected boolean tryRelease(int arg) {
            if (getState() != arg) {
                throw new IllegalMonitorStateException("other");
            }
            setState(0);
            return true;
        }

        @Override
        protected int tryAcquireShared(int arg) {
            int before = getState();
            if (before >= 0) {
                setState(before + arg);
            }
            return before;
        }

        @Override
        protected boolean tryReleaseShared(int arg) {
            return compareAndSetState(arg, 0);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        public int state() {
            return getState();
        }

        public void signal(boolean all) {
            if (all) {
                condition.signalAll();
            } else {
                condition.signal();
            }
        }

        public int waiters(boolean any) {
            return any ? hasWaiters(condition) ? 1 : 0 : getWaitQueueLength(condition);
        }

        public boolean waits(int nanos) throws InterruptedException {
            return condition.awaitNanos(nanos) > 0;
        }

        public boolean foreign(boolean known) {
            return known ? owns(condition) : hasWaiters(new RealInt().condition);
        }
    }

    /** On the model, with an int. */
    public static final class ModelInt extends bouncer.engine.library.locks.AbstractQueuedSynchronizer {
        private final ConditionObject condition = new ConditionObject();

        @Override
        protected boolean tryAcquire(int arg) {
            return compareAndSetState(0, arg);
        }

        @Override
        protected boolean tryRelease(int arg) {
            if (getState() != arg) {
                throw new IllegalMonitorStateException("other");
            }
            setState(0);
            return true;
        }

        @Override
        protected int tryAcquireShared(int arg) {
            int before = getState();
            if (before >= 0) {
                setState(before + arg);
            }
            return before;
        }

        @Override
        protected boolean tryReleaseShared(int arg) {
            return compareAndSetState(arg, 0);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        public int state() {
            return getState();
        }

        public void signal(boolean all) {
            if (all) {
                condition.signalAll();
            } else {
                condition.signal();
            }
        }

        public int waiters(boolean any) {
            return any ? hasWaiters(condition) ? 1 : 0 : getWaitQueueLength(condition);
        }

        public boolean waits(int nanos) throws InterruptedException {
            return condition.awaitNanos(nanos) > 0;
        }

        public boolean foreign(boolean known) {
            return known ? owns(condition) : hasWaiters(new ModelInt().condition);
        }
    }

    /** On the library's, with a long. */
    public static final class RealLong extends java.util.concurrent.locks.AbstractQueuedLongSynchronizer {
        private final ConditionObject condition = new ConditionObject();

        @Override
        protected boolean tryAcquire(long arg) {
            return compareAndSetState(0, arg);
        }

        @Override
        protected boolean tryRelease(long arg) {
            if (getState() != arg) {
                throw new IllegalMonitorStateException("other");
            }
            setState(0);
            return true;
        }

        @Override
        protected long tryAcquireShared(long arg) {
            long before = getState();
            if (before >= 0) {
                setState(before + arg);
            }
            return before;
        }

        @Override
        protected boolean tryReleaseShared(long arg) {
            return compareAndSetState(arg, 0);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        public long state() {
            return getState();
        }

        public void signal(boolean all) {
            if (all) {
                condition.signalAll();
            } else {
                condition.signal();
            }
        }

        public int waiters(boolean any) {
            return any ? hasWaiters(condition) ? 1 : 0 : getWaitQueueLength(condition);
        }

        public boolean waits(int nanos) throws InterruptedException {
            return condition.awaitNanos(nanos) > 0;
        }

        public boolean foreign(boolean known) {
            return known ? owns(condition) : hasWaiters(new RealLong().condition);
        }
    }

    /** On the model, with a long. */
    public static final class ModelLong extends bouncer.engine.library.locks.AbstractQueuedLongSynchronizer {
        private final ConditionObject condition = new ConditionObject();

        @Override
        protected boolean tryAcquire(long arg) {
            return compareAndSetState(0, arg);
        }

        @Override
        protected boolean tryRelease(long arg) {
            if (getState() != arg) {
                throw new IllegalMonitorStateException("other");
            }
            setState(0);
            return true;
        }

        @Override
        protected long tryAcquireShared(long arg) {
            long before = getState();
            if (before >= 0) {
                setState(before + arg);
            }
            return before;
        }

        @Override
        protected boolean tryReleaseShared(long arg) {
            return compareAndSetState(arg, 0);
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() != 0;
        }

        public long state() {
            return getState();
        }

        public void signal(boolean all) {
            if (all) {
                condition.signalAll();
            } else {
                condition.signal();
            }
        }

        public int waiters(boolean any) {
            return any ? hasWaiters(condition) ? 1 : 0 : getWaitQueueLength(condition);
        }

        public boolean waits(int nanos) throws InterruptedException {
            return condition.awaitNanos(nanos) > 0;
        }

        public boolean foreign(boolean known) {
            return known ? owns(condition) : hasWaiters(new ModelLong().condition);
        }
    }
}
