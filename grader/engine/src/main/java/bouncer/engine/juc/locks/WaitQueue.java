package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** What conditions share, however their locks are taken: the ways to wait, and the queue of those who do, the longest first. */
abstract class WaitQueue implements Condition {
    /** Who waits. */
    static final class Waiter {
        final Thread thread = Ops.currentThread();
        boolean signalled;

        void wake() {
            signalled = true;
            Act.words(() -> "wakes " + Ops.name(thread));
        }
    }

    final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    abstract boolean heldByMe();

    /** What steps of the condition touch. */
    abstract Object at();

    /** Waits by a thread that holds the lock; nanos as {@link Act#block} takes them. */
    abstract WaitOutcome doAwait(String call, long nanos, boolean interruptible);

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
        return inTime(doAwait("await", Act.nanos(time, unit), true));
    }

    @Override
    public boolean awaitUntil(Date deadline) throws InterruptedException {
        return inTime(doAwait("awaitUntil", Act.nanosUntil(deadline), true));
    }

    private static boolean inTime(WaitOutcome wake) throws InterruptedException {
        Act.thrown(wake);
        return wake != WaitOutcome.TIMED_OUT;
    }

    @Override
    public void signal() {
        demandHeld();
        Act.change(at(), "signal", () -> {
            Waiter first = waiters.poll();
            if (first == null) {
                nobody();
            } else {
                first.wake();
            }
        });
    }

    @Override
    public void signalAll() {
        demandHeld();
        Act.change(at(), "signalAll", () -> {
            if (waiters.isEmpty()) {
                nobody();
            }
            waiters.forEach(Waiter::wake);
            waiters.clear();
        });
    }

    /** A signal finds nobody. */
    void nobody() {
        Act.words(() -> "nobody waits");
    }

    /** The threads that wait to be signalled; only for the holder. */
    final Collection<Thread> waiting() {
        demandHeld();
        return Act.read(
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
