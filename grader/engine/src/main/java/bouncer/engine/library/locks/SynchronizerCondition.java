package bouncer.engine.library.locks;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;

/**
 * The condition of a synchronizer whose lock is the program's own code: to join the waiting, to give up the lock, to be
 * signalled and to take the lock again are steps of their own.
 */
abstract class SynchronizerCondition extends WaitQueue {
    /** Releases the lock completely; returns what {@link #retake} needs. */
    abstract long giveUp();

    /** Acquires the lock again; a thread that was signalled is in its queue already. */
    abstract void retake(long saved, Waiter waiter);

    @Override
    final WaitOutcome doAwait(String call, long nanos, boolean interruptible) {
        if (interruptible && Ops.active() && ThreadOps.interrupted()) {
            return WaitOutcome.INTERRUPTED;
        }
        demandHeld();
        Waiter me = new Waiter();
        long deadline = TimeOps.deadline(nanos);
        Ops.change(this, call, () -> waiters.add(me));
        long saved = giveUp();
        WaitOutcome wake = Ops.block(
                Ops.wait(this, call, () -> me.signalled, TimeOps.remaining(deadline), interruptible)
                        .words("a signal")
                        .maybeSpurious(),
                cause -> waiters.remove(me));
        retake(saved, me);
        if (wake == WaitOutcome.INTERRUPTED && me.signalled) {
            ThreadOps.interrupt(me.thread);
        }
        return me.signalled ? WaitOutcome.READY : wake;
    }

    @Override
    final Object at() {
        return this;
    }

    @Override
    final void noWaiter() {
        Ops.unchanged();
    }
}
