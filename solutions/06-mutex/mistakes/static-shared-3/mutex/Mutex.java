package mutex;

import java.util.concurrent.TimeUnit;

/** The holder may lock again; the last unlock gives the lock back. */
public final class Mutex {
    private static volatile Thread owner;
    private int holds;

    public synchronized void lock() {
        Thread me = Thread.currentThread();
        boolean interrupted = false;
        while (owner != null && owner != me) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        owner = me;
        holds++;
        if (interrupted) me.interrupt();
    }

    public synchronized boolean tryLock() {
        if (owner != null && owner != Thread.currentThread()) return false;
        owner = Thread.currentThread();
        holds++;
        return true;
    }

    public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        final long begin = System.nanoTime();
        final long nanos = unit.toNanos(timeout);
        while (!tryLock()) {
            long rest = nanos <= 0 ? 0 : nanos - (System.nanoTime() - begin);
            if (rest <= 0) return false;
            wait(rest / 1_000_000, (int) (rest % 1_000_000));
        }
        return true;
    }

    public synchronized void unlock() {
        if (owner != Thread.currentThread()) throw new IllegalMonitorStateException("not yours");
        if (--holds == 0) {
            owner = null;
            notify();
        }
    }
}
