package mutex;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One atomic step when nobody waits; the monitor is only for those who must sleep (after Drepper, "Futexes Are Tricky"). */
public final class Mutex {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CONTENDED = 2;
    private final AtomicInteger state = new AtomicInteger(FREE);
    private volatile Thread owner;

    public void lock() {
        if (!state.compareAndSet(FREE, TAKEN)) {
            boolean interrupted = false;
            synchronized (this) {
                while (state.getAndSet(CONTENDED) != FREE) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        owner = Thread.currentThread();
    }

    public boolean tryLock() {
        boolean taken = state.compareAndSet(FREE, TAKEN);
        if (taken) {
            owner = Thread.currentThread();
        }
        return taken;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryLock()) {
            return true;
        }
        long limit = unit.toNanos(timeout);
        long start = System.nanoTime();
        if (limit <= 0) {
            return false;
        }
        synchronized (this) {
            while (state.getAndSet(CONTENDED) != FREE) {
                long left = limit - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
        owner = Thread.currentThread();
        return true;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException();
        }
        owner = null;
        if (state.getAndSet(FREE) == CONTENDED) {
            synchronized (this) {
                notify();
            }
        }
    }
}
