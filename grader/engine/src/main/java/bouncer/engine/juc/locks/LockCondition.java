package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wake;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A condition of a lock: to wait is one step (join the queue and release the lock) and to return another (be signalled and
 * take the lock again); who is interrupted or timed out leaves the queue in a step of its own, so that no signal is lost on it.
 * Signals go to the longest waiting, as {@link java.util.concurrent.locks.ReentrantLock} documents.
 */
final class LockCondition implements Condition {
    /** The lock the condition belongs to. Called inside steps only, but for {@link #heldByMe}. */
    interface Home {
        /** The lock as the program knows it. */
        Object at();

        boolean heldByMe();

        /** Whether the running or waiting thread could take the lock now. */
        boolean free();

        /** Releases the lock completely; answers how many holds that were. */
        int giveUp();

        void retake(int holds);
    }

    private static final class Waiter {
        final Thread thread = Ops.currentThread();
        boolean signalled;
    }

    private final Home home;
    private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();

    LockCondition(Home home) {
        this.home = home;
    }

    /** The condition as ours, if it belongs to {@code home}. */
    static LockCondition of(Condition condition, Home home) {
        Objects.requireNonNull(condition);
        if (condition instanceof LockCondition ours && ours.home == home) {
            return ours;
        }
        throw new IllegalArgumentException("not owner");
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

    private Wake doAwait(String op, long nanos, boolean interruptible) {
        demandHeld();
        Waiter me = new Waiter();
        int[] holds = new int[1];
        Wake entry = Act.block(home.at(), op, () -> true, Act.FOREVER, interruptible, wake -> {
            if (wake == Wake.READY) {
                waiters.add(me);
                holds[0] = home.giveUp();
                Act.words(() -> "releases the lock and waits for a signal");
            }
        });
        if (entry == Wake.INTERRUPTED) {
            return entry;
        }
        Wake wake = Act.block(
                Act.wait(home.at(), op, () -> me.signalled && home.free(), nanos, interruptible)
                        .words("a signal")
                        .maybeSpurious(),
                cause -> leave(me, cause, holds[0]));
        if (wake == Wake.READY) {
            return wake;
        }
        Act.await(home.at(), op, home::free, () -> {
            home.retake(holds[0]);
            Act.words(() -> "has the lock again");
            return null;
        });
        if (!me.signalled) {
            return wake;
        }
        if (wake == Wake.INTERRUPTED) {
            Ops.interrupt(me.thread);
        }
        return Wake.READY;
    }

    private void leave(Waiter me, Wake cause, int holds) {
        if (cause == Wake.READY) {
            home.retake(holds);
            Act.words(() -> "was signalled and has the lock again");
        } else if (!me.signalled) {
            waiters.remove(me);
            Act.words(() -> "stops waiting: " + cause);
        }
    }

    @Override
    public void signal() {
        demandHeld();
        Act.change(home.at(), "signal", () -> {
            if (waiters.isEmpty()) {
                Act.words(() -> "nobody waits");
            } else {
                wake(waiters.remove());
            }
        });
    }

    @Override
    public void signalAll() {
        demandHeld();
        Act.change(home.at(), "signalAll", () -> {
            if (waiters.isEmpty()) {
                Act.words(() -> "nobody waits");
            }
            waiters.forEach(LockCondition::wake);
            waiters.clear();
        });
    }

    private static void wake(Waiter waiter) {
        waiter.signalled = true;
        Act.words(() -> "wakes " + waiter.thread.getName());
    }

    /** The threads that wait to be signalled; only for the holder. */
    Collection<Thread> waiting() {
        demandHeld();
        return Act.read(
                home.at(),
                "getWaitingThreads",
                () -> List.copyOf(waiters.stream().map(w -> w.thread).toList()));
    }

    private void demandHeld() {
        if (!home.heldByMe()) {
            throw new IllegalMonitorStateException();
        }
    }
}
