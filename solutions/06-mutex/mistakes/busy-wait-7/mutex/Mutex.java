package mutex;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

public class Mutex {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Thread> waiters = new ConcurrentLinkedQueue<>();
    public void lock() {
        Thread me = Thread.currentThread();
        if (owner.compareAndSet(null, me)) return;
        waiters.add(me);
        boolean interrupted = false;
        int n = 0;
        while (!owner.compareAndSet(null, me)) {
            if (n++ < 3) LockSupport.park(this); else Thread.onSpinWait();
            if (Thread.interrupted()) interrupted = true;
        }
        waiters.remove(me);
        if (interrupted) me.interrupt();
    }
    public boolean tryLock() { return owner.compareAndSet(null, Thread.currentThread()); }
    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        Thread me = Thread.currentThread();
        if (owner.compareAndSet(null, me)) return true;
        long nanos = unit.toNanos(timeout);
        if (nanos <= 0) return false;
        long start = System.nanoTime();
        waiters.add(me);
        try {
            while (!owner.compareAndSet(null, me)) {
                long left = nanos - (System.nanoTime() - start);
                if (left <= 0) return false;
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) throw new InterruptedException();
            }
            return true;
        } finally {
            waiters.remove(me);
            if (owner.get() == null) wakeOne();
        }
    }
    public void unlock() {
        if (!owner.compareAndSet(Thread.currentThread(), null)) throw new IllegalMonitorStateException("not yours");
        wakeOne();
    }
    private void wakeOne() {
        Thread first = waiters.peek();
        if (first != null) LockSupport.unpark(first);
    }
}
