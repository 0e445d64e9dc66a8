package bouncer.engine.library.locks;

import bouncer.engine.library.RealNames;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the two queued synchronizers share, whose states are numbers of 32 and of 64 bits. The subclass's {@code try}
 * methods run outside steps, as code of the program. Who fails joins the queue in one step; the first in the queue
 * tries again whenever something was released.
 */
public abstract class QueuedSynchronizer extends AbstractOwnableSynchronizer {
    private static final class Node {
        final Thread thread;
        final boolean shared;
        /** Whether to try again. */
        boolean called;

        Node(Thread thread, boolean shared) {
            this.thread = thread;
            this.shared = shared;
        }
    }

    private final transient Object queueing = new Object();
    private final transient ArrayDeque<Node> queue = new ArrayDeque<>();
    private boolean contended;

    QueuedSynchronizer() {}

    /** One try of the subclass's. */
    abstract boolean attempt(boolean shared, long arg);

    /** Releases what the state says is held, once it has been read; returns the state. */
    abstract long releaseAll();

    protected boolean isHeldExclusively() {
        throw new UnsupportedOperationException();
    }

    final WaitOutcome acquire(boolean shared, long arg, long nanos, boolean interruptible) {
        if (attempt(shared, arg)) {
            return WaitOutcome.READY;
        }
        if (nanos == 0) {
            return WaitOutcome.TIMED_OUT;
        }
        long deadline = TimeOps.deadline(nanos);
        Node me = new Node(ThreadOps.currentThread(), shared);
        Ops.change(queueing, "joins the queue", () -> {
            queue.add(me);
            contended = true;
            me.called = queue.peek() == me;
        });
        return acquireQueued(me, arg, deadline, interruptible);
    }

    private WaitOutcome acquireQueued(Node me, long arg, long deadline, boolean interruptible) {
        boolean done = false;
        try {
            while (true) {
                WaitOutcome wake = Ops.block(
                        Ops.wait(queueing, "acquire", () -> me.called, TimeOps.remaining(deadline), interruptible)
                                .words("the synchronizer")
                                .heldBy(this::holder),
                        cause -> me.called = false);
                if (wake != WaitOutcome.READY) {
                    return wake;
                }
                if (attempt(me.shared, arg)) {
                    done = true;
                    return WaitOutcome.READY;
                }
            }
        } finally {
            leave(me, done);
        }
    }

    /** Returns the node of a queued thread, which only that thread removes. */
    private Node nodeOf(Thread thread) {
        return queue.stream().filter(node -> node.thread == thread).findFirst().orElseThrow();
    }

    private @Nullable Thread holder() {
        return getExclusiveOwnerThread();
    }

    /**
     * Leaves the queue, and signals the next thread if it may be enabled: after a failure, and after a shared acquire.
     */
    private void leave(Node me, boolean acquired) {
        Ops.change(queueing, "leaves the queue", () -> {
            queue.remove(me);
            Node next = queue.peek();
            if (next != null && (!acquired || (me.shared && next.shared) || me.called)) {
                next.called = true;
            }
        });
    }

    private void callFirst() {
        Ops.change(queueing, "calls the first in the queue", () -> {
            Node first = queue.peek();
            if (first == null) {
                Ops.unchanged();
            } else {
                first.called = true;
            }
        });
    }

    final void acquireInterruptibly(String call, boolean shared, long arg) throws InterruptedException {
        Ops.enter(queueing, call, () -> {});
        Ops.thrown(acquire(shared, arg, TimeOps.FOREVER, true));
    }

    final boolean acquireNanos(String call, boolean shared, long arg, long nanos) throws InterruptedException {
        Ops.enter(queueing, call, () -> {});
        return Ops.thrown(acquire(shared, arg, Math.max(0, nanos), true));
    }

    /** Called after an attempt to release; returns true if it may have enabled others. */
    final boolean released(boolean released) {
        if (released) {
            callFirst();
        }
        return released;
    }

    public final boolean hasQueuedThreads() {
        return Ops.read(queueing, "hasQueuedThreads", () -> !queue.isEmpty());
    }

    public final boolean hasContended() {
        return Ops.read(queueing, "hasContended", () -> contended);
    }

    public final @Nullable Thread getFirstQueuedThread() {
        return Ops.read(queueing, "getFirstQueuedThread", () -> {
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
        return first != null && first != ThreadOps.currentThread();
    }

    public final int getQueueLength() {
        return getQueuedThreads().size();
    }

    private Collection<Thread> queued(boolean exclusive, boolean shared) {
        return Ops.read(queueing, "getQueuedThreads", () -> {
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

    /** Returns true if a condition is one of this synchronizer's. */
    final boolean isOwner(Waiting condition) {
        return condition.isOwnedBy(this);
    }

    final Collection<Thread> waitingOn(Waiting condition) {
        if (!isOwner(condition)) {
            throw new IllegalArgumentException("Not owner");
        }
        return condition.getWaitingThreads();
    }

    final String shown(long state) {
        return RealNames.realName(this) + "[State = " + state + ", " + (hasQueuedThreads() ? "non" : "")
                + "empty queue]";
    }

    /** The base of both kinds of conditions. */
    abstract class Waiting extends SynchronizerCondition {
        @Override
        boolean heldByMe() {
            return isHeldExclusively();
        }

        @Override
        long giveUp() {
            return releaseAll();
        }

        @Override
        void moved(Waiter waiter) {
            Ops.change(queueing, "moves to the queue", () -> {
                queue.add(new Node(waiter.thread, false));
                contended = true;
            });
        }

        @Override
        void retake(long saved, Waiter waiter) {
            if (waiter.signalled) {
                acquireQueued(nodeOf(waiter.thread), saved, TimeOps.FOREVER, false);
            } else {
                acquire(false, saved, TimeOps.FOREVER, false);
            }
        }

        final boolean isOwnedBy(QueuedSynchronizer sync) {
            return sync == QueuedSynchronizer.this;
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
