package bouncer.engine.juc.locks;

import bouncer.engine.juc.Act;
import bouncer.engine.ops.Access;
import bouncer.engine.ops.Mode;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.Wake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.locks.AbstractQueuedSynchronizer}. The subclass's {@code try} methods run outside steps, as
 * code of the program. Who fails joins the queue in one step; the first in the queue tries again whenever something was released.
 */
public abstract class AbstractQueuedSynchronizer extends AbstractOwnableSynchronizer {
    private static final class Node {
        final Thread thread = Ops.currentThread();
        final boolean shared;
        /** Whether to try again. */
        boolean called;

        Node(boolean shared) {
            this.shared = shared;
        }
    }

    private final transient Object queueing = new Object();
    private final transient ArrayDeque<Node> queue = new ArrayDeque<>();
    private boolean contended;
    private int state;

    protected AbstractQueuedSynchronizer() {}

    protected final int getState() {
        return Ops.step(this, Access.READ, Mode.VOLATILE, "getState", () -> state);
    }

    protected final void setState(int newState) {
        Ops.step(this, Access.WRITE, Mode.VOLATILE, "setState", () -> {
            state = newState;
            return null;
        });
    }

    protected final boolean compareAndSetState(int expect, int update) {
        return Ops.step(this, Access.UPDATE, Mode.VOLATILE, "compareAndSetState", () -> {
            boolean same = state == expect;
            if (same) {
                state = update;
            } else {
                Ops.unchanged();
            }
            return same;
        });
    }

    protected boolean tryAcquire(int arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryRelease(int arg) {
        throw new UnsupportedOperationException();
    }

    protected int tryAcquireShared(int arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean tryReleaseShared(int arg) {
        throw new UnsupportedOperationException();
    }

    protected boolean isHeldExclusively() {
        throw new UnsupportedOperationException();
    }

    private boolean attempt(boolean shared, int arg) {
        return shared ? tryAcquireShared(arg) >= 0 : tryAcquire(arg);
    }

    private Wake acquire(boolean shared, int arg, long nanos, boolean interruptible) {
        if (attempt(shared, arg)) {
            return Wake.READY;
        }
        long deadline = Act.deadline(nanos);
        Node me = new Node(shared);
        Act.change(queueing, "joins the queue", () -> {
            queue.add(me);
            contended = true;
            me.called = queue.peek() == me;
        });
        boolean done = false;
        try {
            while (true) {
                Wake wake = Act.block(
                        Act.wait(queueing, "acquire", () -> me.called, Act.remaining(deadline), interruptible)
                                .words("the synchronizer")
                                .heldBy(this::holder),
                        cause -> me.called = false);
                if (wake != Wake.READY) {
                    return wake;
                }
                if (attempt(shared, arg)) {
                    done = true;
                    return Wake.READY;
                }
            }
        } finally {
            leave(me, done);
        }
    }

    private @Nullable Thread holder() {
        return getExclusiveOwnerThread();
    }

    /** Leaves the queue; the next in it is called if it may go on: after a failure, and after a shared acquire. */
    private void leave(Node me, boolean acquired) {
        Act.change(queueing, "leaves the queue", () -> {
            queue.remove(me);
            Node next = queue.peek();
            if (next != null && (!acquired || (me.shared && next.shared) || me.called)) {
                next.called = true;
            }
        });
    }

    private void callFirst() {
        Act.change(queueing, "calls the first in the queue", () -> {
            Node first = queue.peek();
            if (first == null) {
                Act.unchanged();
            } else {
                first.called = true;
            }
        });
    }

    public final void acquire(int arg) {
        acquire(false, arg, Act.FOREVER, false);
    }

    public final void acquireInterruptibly(int arg) throws InterruptedException {
        Act.enter(queueing, "acquireInterruptibly", () -> {});
        Act.thrown(acquire(false, arg, Act.FOREVER, true));
    }

    public final boolean tryAcquireNanos(int arg, long nanosTimeout) throws InterruptedException {
        Act.enter(queueing, "tryAcquireNanos", () -> {});
        return Act.thrown(acquire(false, arg, Math.max(0, nanosTimeout), true));
    }

    public final boolean release(int arg) {
        boolean released = tryRelease(arg);
        if (released) {
            callFirst();
        }
        return released;
    }

    public final void acquireShared(int arg) {
        acquire(true, arg, Act.FOREVER, false);
    }

    public final void acquireSharedInterruptibly(int arg) throws InterruptedException {
        Act.enter(queueing, "acquireSharedInterruptibly", () -> {});
        Act.thrown(acquire(true, arg, Act.FOREVER, true));
    }

    public final boolean tryAcquireSharedNanos(int arg, long nanosTimeout) throws InterruptedException {
        Act.enter(queueing, "tryAcquireSharedNanos", () -> {});
        return Act.thrown(acquire(true, arg, Math.max(0, nanosTimeout), true));
    }

    public final boolean releaseShared(int arg) {
        boolean released = tryReleaseShared(arg);
        if (released) {
            callFirst();
        }
        return released;
    }

    public final boolean hasQueuedThreads() {
        return Act.read(queueing, "hasQueuedThreads", () -> !queue.isEmpty());
    }

    public final boolean hasContended() {
        return Act.read(queueing, "hasContended", () -> contended);
    }

    public final @Nullable Thread getFirstQueuedThread() {
        return Act.read(queueing, "getFirstQueuedThread", () -> {
            Node first = queue.peek();
            return first == null ? null : first.thread;
        });
    }

    public final boolean isQueued(Thread thread) {
        java.util.Objects.requireNonNull(thread);
        return getQueuedThreads().contains(thread);
    }

    public final boolean hasQueuedPredecessors() {
        Thread first = getFirstQueuedThread();
        return first != null && first != Ops.currentThread();
    }

    public final int getQueueLength() {
        return getQueuedThreads().size();
    }

    private Collection<Thread> queued(boolean exclusive, boolean shared) {
        return Act.read(queueing, "getQueuedThreads", () -> {
            List<Thread> threads = new ArrayList<>();
            for (Node node : queue) {
                if (node.shared ? shared : exclusive) {
                    threads.add(node.thread);
                }
            }
            return threads;
        });
    }

    public final Collection<Thread> getQueuedThreads() {
        return queued(true, true);
    }

    public final Collection<Thread> getExclusiveQueuedThreads() {
        return queued(true, false);
    }

    public final Collection<Thread> getSharedQueuedThreads() {
        return queued(false, true);
    }

    public final boolean owns(ConditionObject condition) {
        return condition.isOwnedBy(this);
    }

    public final boolean hasWaiters(ConditionObject condition) {
        return !getWaitingThreads(condition).isEmpty();
    }

    public final int getWaitQueueLength(ConditionObject condition) {
        return getWaitingThreads(condition).size();
    }

    public final Collection<Thread> getWaitingThreads(ConditionObject condition) {
        if (!owns(condition)) {
            throw new IllegalArgumentException("Not owner");
        }
        return condition.getWaitingThreads();
    }

    @Override
    public String toString() {
        return Act.realName(this) + "[State = " + getState() + ", " + (hasQueuedThreads() ? "non" : "")
                + "empty queue]";
    }

    /** Model of {@link java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject}. */
    public class ConditionObject extends SynchronizerCondition implements Condition {
        public ConditionObject() {}

        @Override
        boolean heldByMe() {
            return isHeldExclusively();
        }

        @Override
        int giveUp() {
            int saved = getState();
            if (!release(saved)) {
                throw new IllegalMonitorStateException();
            }
            return saved;
        }

        @Override
        void retake(int saved) {
            acquire(saved);
        }

        final boolean isOwnedBy(AbstractQueuedSynchronizer sync) {
            return sync == AbstractQueuedSynchronizer.this;
        }

        protected final boolean hasWaiters() {
            return !waiting().isEmpty();
        }

        protected final int getWaitQueueLength() {
            return waiting().size();
        }

        protected final Collection<Thread> getWaitingThreads() {
            return waiting();
        }
    }
}
