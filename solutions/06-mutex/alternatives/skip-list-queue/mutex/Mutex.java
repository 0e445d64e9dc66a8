package mutex;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Waiters by number of arrival, in a class of their own. */
public final class Mutex {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private final WaitingRoom room = new WaitingRoom();

    public void lock() {
        if (tryLock()) return;
        try {
            waitFor(false, 0);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public boolean tryLock() {
        return owner.compareAndSet(null, Thread.currentThread());
    }

    public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return tryLock() || timeout > 0 && waitFor(true, unit.toNanos(timeout));
    }

    private boolean waitFor(boolean timed, long limit) throws InterruptedException {
        long start = System.nanoTime();
        long number = room.enter();
        boolean interrupted = false;
        boolean mine;
        while (!(mine = tryLock())) {
            long left = timed ? limit - (System.nanoTime() - start) : 1;
            if (left <= 0 || timed && interrupted) break;
            if (timed) LockSupport.parkNanos(this, left);
            else LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        room.leave(number);
        if (!mine) room.wakeFirst();
        if (!mine && interrupted) throw new InterruptedException();
        if (interrupted) Thread.currentThread().interrupt();
        return mine;
    }

    public void unlock() {
        if (!owner.compareAndSet(Thread.currentThread(), null)) throw new IllegalMonitorStateException();
        room.wakeFirst();
    }
}
