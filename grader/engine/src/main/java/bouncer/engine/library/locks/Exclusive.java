package bouncer.engine.library.locks;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A reentrant lock of one owner. Unfair: any waiter or newcomer may take it when it is free, one step. Fair: a thread
 * that does not get it at once joins a queue, a step of its own, and is served in order. What only the owner can change
 * (a second hold, the demand to be the owner) is no step: no other thread can tell.
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

    /** Returns the waiting threads, if all of them are in a queue; else null. */
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
        Ops.block(wait("lock", TimeOps.FOREVER, false), wake -> take());
    }

    void lockInterruptibly() throws InterruptedException {
        Ops.thrown(lock("lockInterruptibly", TimeOps.FOREVER));
    }

    boolean tryLock(long nanos) throws InterruptedException {
        WaitOutcome wake = lock("tryLock", nanos);
        Ops.thrown(wake);
        return wake == WaitOutcome.READY;
    }

    private WaitOutcome lock(String op, long nanos) {
        if (heldByMe()) {
            return Ops.block(at, op, () -> true, TimeOps.FOREVER, true, wake -> {
                if (wake == WaitOutcome.READY) {
                    again();
                }
            });
        }
        if (fair) {
            boolean[] taken = new boolean[1];
            WaitOutcome entry = Ops.block(at, op, () -> true, TimeOps.FOREVER, true, wake -> {
                if (wake == WaitOutcome.READY) {
                    taken[0] = takeOrQueue();
                }
            });
            if (entry != WaitOutcome.READY || taken[0]) {
                return entry;
            }
        }
        Thread me = ThreadOps.currentThread();
        return Ops.block(wait(op, nanos, true), wake -> {
            if (wake == WaitOutcome.READY) {
                take();
            } else {
                queue.remove(me);
            }
        });
    }

    private Wait wait(String op, long nanos, boolean interruptible) {
        Thread me = ThreadOps.currentThread();
        return Ops.wait(at, op, () -> mayTake(me), nanos, interruptible)
                .words("the lock")
                .heldBy(this::owner);
    }

    boolean tryLock() {
        return again()
                || Ops.write(at, "tryLock", () -> {
                    if (owner == null) {
                        take();
                        return true;
                    }
                    Ops.unchanged();
                    return false;
                });
    }

    void unlock() {
        demandHeld();
        if (holds > 1) {
            holds--;
            return;
        }
        Ops.change(at, "unlock", () -> {
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

    /** A newcomer at a fair lock: takes it, or joins the queue; returns whether it took it. */
    private boolean arrive(String op) {
        return Ops.write(at, op, this::takeOrQueue);
    }

    private boolean takeOrQueue() {
        if (owner == null && queue.isEmpty()) {
            take();
            return true;
        }
        queue.add(ThreadOps.currentThread());
        TraceOps.say(() -> "queues behind " + (queue.size() - 1) + " others");
        return false;
    }

    private boolean mayTake(Thread me) {
        return owner == null && (!fair || queue.peek() == me);
    }

    private void take() {
        retake(1);
    }

    @Override
    public Object at() {
        return at;
    }

    @Override
    public boolean heldByMe() {
        return owner == ThreadOps.currentThread();
    }

    @Override
    public boolean free(Thread thread) {
        return mayTake(thread);
    }

    @Override
    public void queue(Thread thread) {
        if (fair) {
            queue.add(thread);
        }
    }

    @Override
    public int giveUp() {
        int given = holds;
        holds = 0;
        owner = null;
        TraceOps.unlocked(at);
        OrderOps.release(at);
        return given;
    }

    @Override
    public void retake(int count) {
        owner = ThreadOps.currentThread();
        holds = count;
        if (queue.peek() == owner) {
            queue.remove();
        }
        TraceOps.locked(at);
        OrderOps.acquire(at);
    }

    int myHolds() {
        return heldByMe() ? holds : 0;
    }

    @Nullable
    Thread owner() {
        return owner;
    }
}
