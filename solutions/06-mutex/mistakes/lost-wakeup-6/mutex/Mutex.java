package mutex;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tries for a bounded while, then sleeps in a queue until the holder wakes its first. */
public final class Mutex {
    private static final int SPINS = 64;
    private static final VarHandle OWNER;

    static {
        try {
            OWNER = MethodHandles.lookup().findVarHandle(Mutex.class, "owner", Thread.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ConcurrentLinkedDeque<Thread> queue = new ConcurrentLinkedDeque<>();
    private volatile Thread owner;

    public void lock() {
        boolean interrupted = false;
        if (!spin()) {
            Thread me = Thread.currentThread();
            queue.addLast(me);
            while (!tryLock()) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            queue.remove(me);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean spin() {
        for (int i = 0; i < SPINS; i++) {
            if (owner == null && tryLock()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    public boolean tryLock() {
        return OWNER.compareAndSet(this, null, Thread.currentThread());
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        if (timeout <= 0 ? tryLock() : spin()) {
            return true;
        }
        long limit = unit.toNanos(timeout);
        if (limit <= 0) {
            return false;
        }
        Thread me = Thread.currentThread();
        queue.addLast(me);
        boolean taken = false;
        try {
            while (!(taken = tryLock())) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            queue.remove(me);
            if (!taken) {
                // The wake-up that we may have had is for whoever is first now.
                LockSupport.unpark(queue.peekFirst());
            }
        }
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        OWNER.setRelease(this, null);
        LockSupport.unpark(queue.peekFirst());
    }
}
