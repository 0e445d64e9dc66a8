package bouncer.engine.library.locks;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.Objects;
import java.util.concurrent.locks.Condition;

/**
 * A condition of a lock: to wait is one step (join the queue and release the lock) and to return another (be signalled
 * and take the lock again); a thread that is interrupted or times out leaves the queue in a step of its own, so that no
 * signal is lost on it. Signals go to the longest waiting, as {@link java.util.concurrent.locks.ReentrantLock}
 * documents.
 */
final class LockCondition extends WaitQueue {
    /** The lock the condition belongs to. Called inside steps only, but for {@link #heldByMe}. */
    interface Home {
        /** Returns the lock as the program knows it. */
        Object at();

        boolean heldByMe();

        /** Returns true if a thread could take the lock now. */
        boolean free(Thread thread);

        /** Adds a thread to the queue of a fair lock. */
        void queue(Thread thread);

        /** Releases the lock completely; returns how many holds that were. */
        int giveUp();

        void retake(int holds);
    }

    private final Home home;

    LockCondition(Home home) {
        this.home = home;
    }

    /** Returns the condition as ours, if it belongs to {@code home}. */
    static LockCondition of(Condition condition, Home home) {
        Objects.requireNonNull(condition);
        if (condition instanceof LockCondition ours && ours.home == home) {
            return ours;
        }
        throw new IllegalArgumentException("not owner");
    }

    @Override
    boolean heldByMe() {
        return home.heldByMe();
    }

    @Override
    Object at() {
        return home.at();
    }

    @Override
    WaitOutcome doAwait(String op, long nanos, boolean interruptible) {
        demandHeld();
        Waiter me = new Waiter();
        int[] holds = new int[1];
        WaitOutcome entry = Ops.block(home.at(), op, () -> true, TimeOps.FOREVER, interruptible, wake -> {
            if (wake == WaitOutcome.READY) {
                waiters.add(me);
                holds[0] = home.giveUp();
                TraceOps.say(() -> "releases the lock and waits for a signal");
            }
        });
        if (entry == WaitOutcome.INTERRUPTED) {
            return entry;
        }
        WaitOutcome wake = Ops.block(
                Ops.wait(home.at(), op, () -> me.signalled && home.free(me.thread), nanos, interruptible)
                        .words("a signal")
                        .queuedIf(() -> me.signalled)
                        .maybeSpurious(),
                cause -> leave(me, cause, holds[0]));
        if (wake == WaitOutcome.READY) {
            return wake;
        }
        Ops.await(home.at(), op, () -> home.free(me.thread), () -> {
            home.retake(holds[0]);
            TraceOps.say(() -> "has the lock again");
            return null;
        });
        if (!me.signalled) {
            return wake;
        }
        if (wake == WaitOutcome.INTERRUPTED) {
            ThreadOps.interrupt(me.thread);
        }
        return WaitOutcome.READY;
    }

    @Override
    void moved(Waiter waiter) {
        home.queue(waiter.thread);
    }

    private void leave(Waiter me, WaitOutcome cause, int holds) {
        if (cause == WaitOutcome.READY) {
            home.retake(holds);
            TraceOps.say(() -> "was signalled and has the lock again");
        } else if (!me.signalled) {
            waiters.remove(me);
            home.queue(me.thread);
            TraceOps.say(() -> "stops waiting: " + cause);
        }
    }
}
