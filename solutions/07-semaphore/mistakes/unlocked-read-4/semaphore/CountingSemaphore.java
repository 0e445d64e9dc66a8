package semaphore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tries for a bounded while, then waits its turn asleep. */
public final class CountingSemaphore {
    private static final VarHandle PERMITS;

    static {
        try {
            PERMITS = MethodHandles.lookup().findVarHandle(CountingSemaphore.class, "permits", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final java.util.concurrent.atomic.AtomicLong ARRIVALS = new java.util.concurrent.atomic.AtomicLong();
    private final ConcurrentSkipListSet<Guest> line = new ConcurrentSkipListSet<>();
    private int permits;

    public CountingSemaphore(int permits) {
        if (permits < 0) {
            throw new IllegalArgumentException();
        }
        this.permits = permits;
    }

    public void acquire() throws InterruptedException {
        acquire(false, 0);
    }

    public boolean tryAcquire() {
        int seen;
        while ((seen = (int) PERMITS.get(this)) > 0) {
            if (PERMITS.weakCompareAndSetPlain(this, seen, seen - 1)) {
                return true;
            }
        }
        return false;
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        return acquire(true, unit.toNanos(timeout));
    }

    private boolean acquire(boolean timed, long limit) throws InterruptedException {
        long start = System.nanoTime();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (tryAcquire()) {
            return true;
        }
        if (timed && limit <= 0) {
            return false;
        }
        for (int i = 0; i < 50; i++) {
            Thread.onSpinWait();
            if (tryAcquire()) {
                return true;
            }
        }
        Guest me = new Guest(ARRIVALS.incrementAndGet(), Thread.currentThread());
        line.add(me);
        try {
            while (!tryAcquire()) {
                long left = limit - (System.nanoTime() - start);
                if (timed && left <= 0) {
                    return false;
                }
                if (timed) {
                    LockSupport.parkNanos(this, left);
                } else {
                    LockSupport.park(this);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            return true;
        } finally {
            line.remove(me);
            wakeFirst();
        }
    }

    private void wakeFirst() {
        if (permits > 0) {
            for (Guest first : line) {
                LockSupport.unpark(first.thread());
                break;
            }
        }
    }

    public void release() {
        PERMITS.getAndAdd(this, 1);
        wakeFirst();
    }

    public int availablePermits() {
        return permits;
    }

    private record Guest(long number, Thread thread) implements Comparable<Guest> {
        @Override
        public int compareTo(Guest other) {
            return Long.compare(number, other.number);
        }
    }
}
