package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wake;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * The condition of a synchronizer whose lock is the program's own code: to join the waiting, to give up the lock, to be signalled
 * and to take the lock again are steps of their own.
 */
abstract class SynchronizerCondition implements Condition {
    private static final class Waiter {
        final Thread thread = Ops.currentThread();
        boolean signalled;
    }

    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    abstract boolean held();

    /** Releases the lock completely; answers what {@link #retake} needs. */
    abstract int giveUp();

    abstract void retake(int saved);

    private Wake doAwait(String call, long nanos, boolean interruptible) {
        if (interruptible && Ops.active() && Ops.interrupted()) {
            return Wake.INTERRUPTED;
        }
        demandHeld();
        Waiter me = new Waiter();
        long deadline = Act.deadline(nanos);
        Act.change(this, call, () -> waiters.add(me));
        int saved = giveUp();
        Wake wake = Act.block(
                Act.wait(this, call, () -> me.signalled, Act.remaining(deadline), interruptible)
                        .words("a signal")
                        .maybeSpurious(),
                cause -> waiters.remove(me));
        retake(saved);
        if (wake == Wake.INTERRUPTED && me.signalled) {
            Ops.interrupt(me.thread);
        }
        return me.signalled ? Wake.READY : wake;
    }

    private void demandHeld() {
        if (!held()) {
            throw new IllegalMonitorStateException();
        }
    }

    @Override
    public void await() throws InterruptedException {
        Act.thrown(doAwait("await", Act.FOREVER, true));
    }

    @Override
    public void awaitUninterruptibly() {
        doAwait("awaitUninterruptibly", Act.FOREVER, false);
    }

    @Override
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        long deadline = Act.deadline(nanosTimeout);
        Act.thrown(doAwait("awaitNanos", Math.max(0, nanosTimeout), true));
        return deadline - Ops.nanoTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        Wake wake = doAwait("await", Act.nanos(time, unit), true);
        Act.thrown(wake);
        return wake != Wake.TIMED_OUT;
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        Wake wake = doAwait("awaitUntil", Act.nanosUntil(deadline), true);
        Act.thrown(wake);
        return wake != Wake.TIMED_OUT;
    }

    @Override
    public void signal() {
        demandHeld();
        Act.change(this, "signal", () -> {
            Waiter first = waiters.poll();
            if (first == null) {
                Act.unchanged();
            } else {
                first.signalled = true;
            }
        });
    }

    @Override
    public void signalAll() {
        demandHeld();
        Act.change(this, "signalAll", () -> {
            waiters.forEach(waiter -> waiter.signalled = true);
            waiters.clear();
        });
    }

    final Collection<Thread> waiting() {
        demandHeld();
        return Act.read(
                this,
                "getWaitingThreads",
                () -> waiters.stream().map(waiter -> waiter.thread).toList());
    }
}
