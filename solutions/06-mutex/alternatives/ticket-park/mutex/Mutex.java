package mutex;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Tickets without a monitor: each sleeper is found by its number and woken alone. */
public final class Mutex {
    private static final Object GONE = new Object();
    private final AtomicLong next = new AtomicLong();
    private final ConcurrentMap<Long, Object> sleepers = new ConcurrentHashMap<>();
    private volatile long serving;
    private volatile Thread owner;

    public void lock() {
        long ticket = next.getAndIncrement();
        boolean interrupted = false;
        if (serving != ticket) {
            sleepers.put(ticket, Thread.currentThread());
            while (serving != ticket) {
                LockSupport.park(this);
                if (Thread.interrupted()) interrupted = true;
            }
            sleepers.remove(ticket);
        }
        owner = Thread.currentThread();
        if (interrupted) Thread.currentThread().interrupt();
    }

    public boolean tryLock() {
        long free = serving;
        if (!next.compareAndSet(free, free + 1)) return false;
        owner = Thread.currentThread();
        return true;
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        if (tryLock()) return true;
        long limit = unit.toNanos(timeout);
        if (limit <= 0) return false;
        long start = System.nanoTime();
        long ticket = next.getAndIncrement();
        sleepers.put(ticket, Thread.currentThread());
        boolean interrupted = false;
        while (serving != ticket && !interrupted) {
            long left = limit - (System.nanoTime() - start);
            if (left <= 0) break;
            LockSupport.parkNanos(this, left);
            interrupted = Thread.interrupted();
        }
        if (serving != ticket) {
            sleepers.put(ticket, GONE);
            // Whoever removes the mark decides: the one who serves passes over us, or we were served after all.
            if (serving != ticket || !sleepers.remove(ticket, GONE)) {
                if (interrupted) throw new InterruptedException();
                return false;
            }
        } else {
            sleepers.remove(ticket);
        }
        if (interrupted) {
            serveNext(ticket);
            throw new InterruptedException();
        }
        owner = Thread.currentThread();
        return true;
    }

    public void unlock() {
        if (owner != Thread.currentThread()) throw new IllegalMonitorStateException();
        owner = null;
        serveNext(serving);
    }

    private void serveNext(long ticket) {
        Object sleeper;
        do {
            serving = ++ticket;
            sleeper = sleepers.get(ticket);
        } while (sleeper == GONE && sleepers.remove(ticket, GONE));
        if (sleeper instanceof Thread) LockSupport.unpark((Thread) sleeper);
    }
}
