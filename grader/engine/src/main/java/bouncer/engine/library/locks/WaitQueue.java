package bouncer.engine.library.locks;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** What the conditions of all locks share: the ways to wait, and the queue of waiting threads, the longest first. */
abstract class WaitQueue implements Condition {
    /** The waiting thread. */
    static final class Waiter {
        final Thread thread = ThreadOps.currentThread();
        boolean signalled;
    }

    final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    abstract boolean heldByMe();

    /** The target of the condition's steps. */
    abstract Object at();

    /** Waits by a thread that holds the lock; nanos as {@link Ops#block} takes them. */
    abstract WaitOutcome doAwait(String call, long nanos, boolean interruptible);

    @Override
    public void await() throws InterruptedException {
        Ops.thrown(doAwait("await", TimeOps.FOREVER, true));
    }

    @Override
    public void awaitUninterruptibly() {
        doAwait("awaitUninterruptibly", TimeOps.FOREVER, false);
    }

    @Override
    public long awaitNanos(long nanosTimeout) throws InterruptedException {
        long deadline = TimeOps.deadline(nanosTimeout);
        Ops.thrown(doAwait("awaitNanos", Math.max(0, nanosTimeout), true));
        return deadline - TimeOps.nanoTime();
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return inTime(doAwait("await", TimeOps.nanos(time, unit), true));
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        return inTime(doAwait("awaitUntil", TimeOps.nanosUntil(deadline), true));
    }

    private static boolean inTime(WaitOutcome wake) throws InterruptedException {
        Ops.thrown(wake);
        return wake != WaitOutcome.TIMED_OUT;
    }

    @Override
    public void signal() {
        demandHeld();
        Ops.change(at(), "signal", () -> {
            Waiter first = waiters.poll();
            if (first == null) {
                noWaiter();
            } else {
                wake(first);
            }
        });
    }

    @Override
    public void signalAll() {
        demandHeld();
        Ops.change(at(), "signalAll", () -> {
            if (waiters.isEmpty()) {
                noWaiter();
            }
            waiters.forEach(this::wake);
            waiters.clear();
        });
    }

    private void wake(Waiter waiter) {
        waiter.signalled = true;
        moved(waiter);
        TraceOps.say(() -> "wakes " + ThreadOps.name(waiter.thread));
    }

    /** A signal has moved a thread from the queue of the condition to that of the lock, in the step of the signal. */
    abstract void moved(Waiter waiter);

    /** A signal finds no waiting thread. */
    void noWaiter() {
        TraceOps.say(() -> "no thread waits");
    }

    /** Returns the threads that wait to be signalled; only for the holder. */
    final Collection<Thread> waiting() {
        demandHeld();
        return Ops.read(
                at(),
                "getWaitingThreads",
                () -> waiters.stream().map(waiter -> waiter.thread).toList());
    }

    final void demandHeld() {
        if (!heldByMe()) {
            throw new IllegalMonitorStateException();
        }
    }
}
