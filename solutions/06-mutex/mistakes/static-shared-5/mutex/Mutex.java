package mutex;

import java.util.concurrent.TimeUnit;

public final class Mutex {
    private static final Object GATE = new Object();
    private Thread owner;
    private int waiting;
    public synchronized void lock() {
        boolean interrupted = false;
        waiting++;
        while (owner != null) {
            try { wait(); } catch (InterruptedException e) { interrupted = true; }
        }
        waiting--;
        owner = Thread.currentThread();
        if (interrupted) Thread.currentThread().interrupt();
    }
    public boolean tryLock() {
        synchronized (GATE) {
            synchronized (this) {
                if (owner != null) return false;
                owner = Thread.currentThread();
                return true;
            }
        }
    }

    public synchronized boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        long left = unit.toNanos(timeout);
        long last = System.nanoTime();
        try {
            while (owner != null) {
                if (left <= 0) return false;
                long ms = left / 1_000_000; int ns = (int) (left % 1_000_000);
                wait(ms, ns);
                long now = System.nanoTime();
                left -= now - last;
                last = now;
            }
        } catch (InterruptedException e) {
            notify();
            throw e;
        }
        owner = Thread.currentThread();
        return true;
    }
    public synchronized void unlock() {
        if (owner != Thread.currentThread()) throw new IllegalMonitorStateException();
        owner = null;
        notify();
    }
}
