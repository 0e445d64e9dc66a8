package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A reentrant lock of one owner. Unfair: any waiter or newcomer may take it when it is free, one step. Fair: whoever does not
 * get it at once joins a queue, a step of its own, and is served in order. What only the owner can change (a second hold, the
 * demand to be the owner) is no step: no other thread can tell.
 */
final class Exclusive implements LockCondition.Home {
    private final Object at;
    private final boolean fair;
    private final ArrayDeque<Thread> queue = new ArrayDeque<>();
    private @Nullable Thread owner;
    private int holds;

    /** {@code at} is the lock as the program knows it. */
    Exclusive(Object at, boolean fair) {
        this.at = at;
        this.fair = fair;
    }

    /** Who waits, if everybody who does is in a queue; else null. */
    @Nullable
    Collection<Thread> queue() {
        return fair ? queue : null;
    }

    boolean fair() {
        return fair;
    }

    void lock() {
        if (!again() && !(fair && arrive("lock"))) {
            await();
        }
    }

    private void await() {
        Act.block(wait("lock", Act.FOREVER, false), wake -> take());
    }

    void lockInterruptibly() throws InterruptedException {
        Act.thrown(lock("lockInterruptibly", Act.FOREVER));
    }

    boolean tryLock(long nanos) throws InterruptedException {
        WaitOutcome wake = lock("tryLock", nanos);
        Act.thrown(wake);
        return wake == WaitOutcome.READY;
    }

    private WaitOutcome lock(String op, long nanos) {
        if (heldByMe()) {
            return Act.block(at, op, () -> true, Act.FOREVER, true, wake -> {
                if (wake == WaitOutcome.READY) {
                    again();
                }
            });
        }
        if (fair) {
            boolean[] taken = new boolean[1];
            WaitOutcome entry = Act.block(at, op, () -> true, Act.FOREVER, true, wake -> {
                if (wake == WaitOutcome.READY) {
                    taken[0] = takeOrQueue();
                }
            });
            if (entry != WaitOutcome.READY || taken[0]) {
                return entry;
            }
        }
        Thread me = Ops.currentThread();
        return Act.block(wait(op, nanos, true), wake -> {
            if (wake == WaitOutcome.READY) {
                take();
            } else {
                queue.remove(me);
            }
        });
    }

    private Wait wait(String op, long nanos, boolean interruptible) {
        Thread me = Ops.currentThread();
        return Act.wait(at, op, () -> mayTake(me), nanos, interruptible)
                .words("the lock")
                .heldBy(this::owner);
    }

    boolean tryLock() {
        return again()
                || Act.write(at, "tryLock", () -> {
                    if (owner == null) {
                        take();
                        return true;
                    }
                    Act.unchanged();
                    return false;
                });
    }

    void unlock() {
        demandHeld();
        if (holds > 1) {
            holds--;
            return;
        }
        Act.change(at, "unlock", () -> {
            giveUp();
        });
    }

    private void demandHeld() {
        if (!heldByMe()) {
            throw new IllegalMonitorStateException();
        }
    }

    private boolean again() {
        if (!heldByMe()) {
            return false;
        }
        if (holds == Integer.MAX_VALUE) {
            throw new Error("Maximum lock count exceeded");
        }
        holds++;
        return true;
    }

    /** A newcomer at a fair lock: takes it, or joins the queue; answers whether it took it. */
    private boolean arrive(String op) {
        return Act.write(at, op, this::takeOrQueue);
    }

    private boolean takeOrQueue() {
        if (owner == null && queue.isEmpty()) {
            take();
            return true;
        }
        queue.add(Ops.currentThread());
        Act.words(() -> "queues behind " + (queue.size() - 1) + " others");
        return false;
    }

    private boolean mayTake(Thread me) {
        return owner == null && (!fair || queue.peek() == me);
    }

    private void take() {
        if (fair && queue.peek() == Ops.currentThread()) {
            queue.remove();
        }
        retake(1);
    }

    @Override
    public Object at() {
        return at;
    }

    @Override
    public boolean heldByMe() {
        return owner == Ops.currentThread();
    }

    @Override
    public boolean free() {
        return owner == null;
    }

    @Override
    public int giveUp() {
        int given = holds;
        holds = 0;
        owner = null;
        Ops.unlocked(at);
        Act.release(at);
        return given;
    }

    @Override
    public void retake(int count) {
        owner = Ops.currentThread();
        holds = count;
        Ops.locked(at);
        Act.acquire(at);
    }

    int myHolds() {
        return heldByMe() ? holds : 0;
    }

    @Nullable
    Thread owner() {
        return owner;
    }
}
