package bouncer.engine.library.locks;

import bouncer.engine.library.RealNames;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Model of {@link java.util.concurrent.locks.StampedLock}. Version, write bit and number of readers are one number, as
 * the documentation of stamps suggests; each operation is one step. An unlock for writing happens-before later locks
 * and optimistic reads, an unlock for reading before later locks for writing; a validation that succeeds stands for an
 * unlock for reading.
 */
public class StampedLock implements Serializable {
    private static final long READERS = 127;
    private static final long WRITE = 128;
    /** The most readers that the state counts. */
    private static final long MOST_COUNTED = 126;

    private static final long VERSION = ~READERS;
    private static final long HELD = READERS | WRITE;
    private static final long ORIGIN = WRITE << 1;

    private final transient Object read = new Object();
    private long state = ORIGIN;
    /** Readers beyond those that the state counts. */
    private int overflow;

    public StampedLock() {}

    // Inside steps: what each operation does to the number.

    private boolean free(boolean write) {
        return write ? (state & HELD) == 0 : (state & WRITE) == 0;
    }

    private long take(boolean write) {
        OrderOps.abandonOptimistic(this);
        TraceOps.locked(write ? this : read);
        OrderOps.acquire(this);
        if (write) {
            OrderOps.acquire(read);
        }
        if (!write && (state & READERS) == MOST_COUNTED) {
            overflow++;
        } else {
            state += write ? WRITE : 1;
        }
        TraceOps.say(this::words);
        return state;
    }

    private void giveUp(boolean write) {
        TraceOps.unlocked(write ? this : read);
        OrderOps.release(write ? this : read);
        if (!write && overflow > 0) {
            overflow--;
        } else {
            state += write ? WRITE : -1;
        }
        if (state == 0) {
            state = ORIGIN;
        }
        TraceOps.say(this::words);
    }

    private String words() {
        return (state & WRITE) != 0 ? "write-locked" : "readers: " + ((state & READERS) + overflow);
    }

    private boolean current(long stamp) {
        return (stamp & VERSION) == (state & VERSION);
    }

    private boolean isRead(long stamp) {
        return current(stamp) && (stamp & READERS) > 0 && (state & READERS) > 0;
    }

    private boolean isWrite(long stamp) {
        return (stamp & WRITE) != 0 && state == stamp;
    }

    // Operations.

    private long lock(String op, boolean write) {
        return Ops.await(this, op, () -> free(write), () -> take(write));
    }

    private long lock(String op, boolean write, long nanos) throws InterruptedException {
        long[] stamp = new long[1];
        Ops.thrown(Ops.block(this, op, () -> free(write), nanos, true, wake -> {
            if (wake == WaitOutcome.READY) {
                stamp[0] = take(write);
            }
        }));
        return stamp[0];
    }

    private long tryNow(String op, boolean write) {
        return step(op, () -> free(write) ? take(write) : nothing());
    }

    private long nothing() {
        Ops.unchanged();
        TraceOps.say(() -> "fails, " + words());
        return 0;
    }

    private long step(String op, LongSupplier action) {
        return Ops.write(this, op, action::getAsLong);
    }

    public long writeLock() {
        return lock("writeLock", true);
    }

    public long tryWriteLock() {
        return tryNow("tryWriteLock", true);
    }

    public long tryWriteLock(long time, TimeUnit unit) throws InterruptedException {
        return lock("tryWriteLock", true, TimeOps.nanos(time, unit));
    }

    public long writeLockInterruptibly() throws InterruptedException {
        return lock("writeLockInterruptibly", true, TimeOps.FOREVER);
    }

    public long readLock() {
        return lock("readLock", false);
    }

    public long tryReadLock() {
        return tryNow("tryReadLock", false);
    }

    public long tryReadLock(long time, TimeUnit unit) throws InterruptedException {
        return lock("tryReadLock", false, TimeOps.nanos(time, unit));
    }

    public long readLockInterruptibly() throws InterruptedException {
        return lock("readLockInterruptibly", false, TimeOps.FOREVER);
    }

    public long tryOptimisticRead() {
        return Ops.read(this, "tryOptimisticRead", () -> {
            OrderOps.acquire(this);
            OrderOps.beginOptimistic(this, (state & WRITE) == 0);
            return (state & WRITE) == 0 ? state & VERSION : 0;
        });
    }

    public boolean validate(long stamp) {
        return Ops.read(this, "validate", () -> {
            boolean valid = current(stamp);
            OrderOps.validated(this);
            if (valid) {
                OrderOps.release(read);
            }
            TraceOps.say(() -> valid ? "still valid" : "no longer valid");
            return valid;
        });
    }

    public void unlockWrite(long stamp) {
        step("unlockWrite", () -> unlocked(isWrite(stamp), true));
    }

    public void unlockRead(long stamp) {
        step("unlockRead", () -> unlocked(isRead(stamp), false));
    }

    public void unlock(long stamp) {
        step("unlock", () -> isWrite(stamp) ? unlocked(true, true) : unlocked(isRead(stamp), false));
    }

    private long unlocked(boolean held, boolean write) {
        if (!held) {
            throw new IllegalMonitorStateException();
        }
        giveUp(write);
        return 0;
    }

    public boolean tryUnlockWrite() {
        return step("tryUnlockWrite", () -> (state & WRITE) == 0 ? nothing() : unlocked(true, true) + 1) == 1;
    }

    public boolean tryUnlockRead() {
        return step("tryUnlockRead", () -> (state & READERS) == 0 ? nothing() : unlocked(true, false) + 1) == 1;
    }

    /** Converts in one step, by {@code change}, if the stamp is current; else returns 0. */
    private long convert(String op, long stamp, LongUnaryOperator change) {
        return step(op, () -> {
            OrderOps.validated(this);
            return current(stamp) ? change.applyAsLong(stamp & HELD) : nothing();
        });
    }

    public long tryConvertToWriteLock(long stamp) {
        return convert("tryConvertToWriteLock", stamp, mode -> {
            long held = state & HELD;
            if (held == 0) {
                return mode == 0 ? take(true) : nothing();
            }
            if (held == WRITE) {
                return mode == held ? stamp : nothing();
            }
            if (held == 1 && mode != 0) {
                giveUp(false);
                return take(true);
            }
            return nothing();
        });
    }

    public long tryConvertToReadLock(long stamp) {
        return convert("tryConvertToReadLock", stamp, mode -> {
            if (mode >= WRITE) {
                if (state != stamp) {
                    return nothing();
                }
                giveUp(true);
                return take(false);
            }
            return mode == 0 ? take(false) : (state & HELD) == 0 ? nothing() : stamp;
        });
    }

    public long tryConvertToOptimisticRead(long stamp) {
        return convert("tryConvertToOptimisticRead", stamp, mode -> {
            if (mode >= WRITE) {
                if (state != stamp) {
                    return nothing();
                }
                giveUp(true);
                OrderOps.beginOptimistic(this, true);
                return state;
            }
            if (mode == 0) {
                OrderOps.beginOptimistic(this, true);
                return stamp;
            }
            if ((state & HELD) == 0) {
                return nothing();
            }
            giveUp(false);
            OrderOps.beginOptimistic(this, true);
            return state & VERSION;
        });
    }

    public boolean isWriteLocked() {
        return Ops.read(this, "isWriteLocked", () -> (state & WRITE) != 0);
    }

    public boolean isReadLocked() {
        return getReadLockCount() != 0;
    }

    public int getReadLockCount() {
        return Ops.read(this, "getReadLockCount", () -> (int) (state & READERS) + overflow);
    }

    public static boolean isWriteLockStamp(long stamp) {
        return (stamp & HELD) == WRITE;
    }

    public static boolean isReadLockStamp(long stamp) {
        return (stamp & READERS) != 0;
    }

    public static boolean isLockStamp(long stamp) {
        return (stamp & HELD) != 0;
    }

    public static boolean isOptimisticReadStamp(long stamp) {
        return (stamp & HELD) == 0 && stamp != 0;
    }

    @Override
    public String toString() {
        return RealNames.realName(this)
                + Ops.read(
                        this,
                        "toString",
                        () -> (state & HELD) == 0
                                ? "[Unlocked]"
                                : (state & WRITE) != 0 ? "[Write-locked]" : "[Read-locks:" + (state & READERS) + "]");
    }

    private Lock view(boolean write) {
        return new StampedView(this, write);
    }

    public Lock asReadLock() {
        return view(false);
    }

    public Lock asWriteLock() {
        return view(true);
    }

    public ReadWriteLock asReadWriteLock() {
        return new ReadWriteLock() {
            @Override
            public Lock readLock() {
                return view(false);
            }

            @Override
            public Lock writeLock() {
                return view(true);
            }
        };
    }

    /** For the views: unlocks without a stamp. */
    void unlockUnstamped(boolean write) {
        step("unlock", () -> unlocked((state & (write ? WRITE : READERS)) != 0, write));
    }
}
