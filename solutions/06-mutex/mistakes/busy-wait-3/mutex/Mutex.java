package mutex;

import java.util.concurrent.TimeUnit;

/** A private monitor; everybody is woken and looks for himself. */
public final class Mutex {
    private final Object guard = new Object();
    private boolean locked;
    private Thread holder;

    public void lock() {
        boolean interrupted = false;
        synchronized (guard) {
            while (locked) {
                try {
                    guard.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            locked = true;
            holder = Thread.currentThread();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean tryLock() {
        synchronized (guard) {
            if (locked) {
                return false;
            }
            locked = true;
            holder = Thread.currentThread();
            return true;
        }
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryLock()) {
            return true;
        }
        if (timeout <= 0) {
            return false;
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (deadline - System.nanoTime() > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (tryLock()) {
                return true;
            }
            Thread.yield();
        }
        return tryLock();
    }

    public void unlock() {
        synchronized (guard) {
            if (!locked || holder != Thread.currentThread()) {
                throw new IllegalMonitorStateException();
            }
            locked = false;
            holder = null;
            guard.notifyAll();
        }
    }
}
