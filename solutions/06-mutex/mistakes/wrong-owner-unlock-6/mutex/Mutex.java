package mutex;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The first of a queue tries when it is woken; whoever leaves the queue passes a wake-up on. */
public final class Mutex {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();

    public void lock() {
        Thread me = Thread.currentThread();
        if (owner.compareAndSet(null, me)) {
            return;
        }
        boolean interrupted = false;
        waiters.add(me);
        while (waiters.peek() != me || !owner.compareAndSet(null, me)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
            }
        }
        waiters.remove(me);
        if (interrupted) {
            me.interrupt();
        }
    }

    public boolean tryLock() {
        return owner.compareAndSet(null, Thread.currentThread());
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread me = Thread.currentThread();
        if (owner.compareAndSet(null, me)) {
            return true;
        }
        long limit = unit.toNanos(timeout);
        if (limit <= 0) {
            return false;
        }
        long start = System.nanoTime();
        waiters.add(me);
        try {
            while (waiters.peek() != me || !owner.compareAndSet(null, me)) {
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
            waiters.remove(me);
            if (owner.get() == null) {
                LockSupport.unpark(waiters.peek());
            }
        }
    }

    public void unlock() {
        if (owner.get() != null && owner.get() != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner.set(null);
        LockSupport.unpark(waiters.peek());
    }
}
