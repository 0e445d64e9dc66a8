package mutex;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Anybody may take the lock when it is free; unlock takes one sleeper from the queue and wakes it. Who has been taken from
 * the queue owes the others a look. The owner is a plain field: only the holder writes it, and nobody else can read himself.
 */
public final class Mutex {
    private final AtomicBoolean locked = new AtomicBoolean();
    private final ConcurrentLinkedQueue<Thread> sleepers = new ConcurrentLinkedQueue<>();
    private Thread owner;

    public void lock() {
        boolean interrupted = false;
        while (!tryLock()) {
            sleepers.add(Thread.currentThread());
            if (tryLock()) {
                sleepers.remove(Thread.currentThread());
                break;
            }
            while (sleepers.contains(Thread.currentThread())) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean tryLock() {
        if (!locked.compareAndSet(false, true)) {
            return false;
        }
        owner = Thread.currentThread();
        return true;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Thread me = Thread.currentThread();
        long start = System.nanoTime();
        while (!tryLock()) {
            sleepers.add(me);
            if (tryLock()) {
                sleepers.remove(me);
                return true;
            }
            while (sleepers.contains(me)) {
                long left = timeout <= 0 ? 0 : unit.toNanos(timeout) - (System.nanoTime() - start);
                if (left <= 0) {
                    if (sleepers.remove(me)) {
                        return false;
                    }
                    break;
                }
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    if (!sleepers.remove(me)) {
                        wakeOne();
                    }
                    throw new InterruptedException();
                }
            }
        }
        return true;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        locked.setPlain(false);
        wakeOne();
    }

    private void wakeOne() {
        LockSupport.unpark(sleepers.poll());
    }
}
