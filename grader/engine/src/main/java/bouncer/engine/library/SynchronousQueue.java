package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.SynchronousQueue}: a call that finds a waiting partner meets it in one step;
 * else a call that may wait joins the queue in one step and continues in another. Fair ones serve the longest waiting,
 * others the last.
 */
public class SynchronousQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>, Serializable {
    /** A waiting thread: with an element to give, or for one. */
    private static final class Partner {
        final Thread thread = ThreadOps.currentThread();

        @Nullable
        Object element;

        boolean met;

        Partner(@Nullable Object element) {
            this.element = element;
        }
    }

    private final boolean fair;
    private final transient Deque<Partner> givers = new ArrayDeque<>();
    private final transient Deque<Partner> takers = new ArrayDeque<>();

    public SynchronousQueue() {
        this(false);
    }

    public SynchronousQueue(boolean fair) {
        this.fair = fair;
    }

    /** Gives {@code e} to a partner that waits, or takes from one if {@code e} is null; null if no thread waits. */
    private @Nullable Partner meet(@Nullable Object e) {
        Deque<Partner> others = e == null ? givers : takers;
        Partner partner = fair ? others.pollFirst() : others.pollLast();
        if (partner != null) {
            partner.met = true;
            if (e == null) {
                OrderOps.acquire(partner);
            } else {
                partner.element = e;
            }
            OrderOps.release(partner);
        }
        return partner;
    }

    private @Nullable Partner meetNow(String call, @Nullable Object e) {
        return Ops.write(this, call, () -> {
            Partner partner = meet(e);
            if (partner == null) {
                Ops.unchanged();
            }
            return partner;
        });
    }

    /** Returns the partner met, or this thread's own place once another has come by; null when the time was over. */
    private @Nullable Partner meet(String call, @Nullable Object e, long nanos) throws InterruptedException {
        Partner me = new Partner(e);
        Deque<Partner> mine = e == null ? takers : givers;
        Partner[] found = new Partner[1];
        long deadline = TimeOps.deadline(nanos);
        Ops.enter(this, call, () -> {
            found[0] = meet(e);
            if (found[0] == null && nanos != 0) {
                mine.add(me);
                OrderOps.release(me);
            }
        });
        if (found[0] != null || nanos == 0) {
            return found[0];
        }
        WaitOutcome wake = Ops.block(
                Ops.wait(this, call, () -> me.met, TimeOps.remaining(deadline), true)
                        .words("a partner"),
                cause -> {
                    mine.remove(me);
                    OrderOps.acquire(me);
                });
        if (me.met) {
            if (wake == WaitOutcome.INTERRUPTED) {
                ThreadOps.interrupt(me.thread);
            }
            return me;
        }
        Ops.thrown(wake);
        return null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable E element(@Nullable Partner partner) {
        return partner == null ? null : (E) partner.element;
    }

    @Override
    public void put(E e) throws InterruptedException {
        meet("put", Objects.requireNonNull(e), TimeOps.FOREVER);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return meet("offer", Objects.requireNonNull(e), TimeOps.nanos(timeout, unit)) != null;
    }

    @Override
    public boolean offer(E e) {
        return meetNow("offer", Objects.requireNonNull(e)) != null;
    }

    @Override
    public E take() throws InterruptedException {
        return Objects.requireNonNull(element(meet("take", null, TimeOps.FOREVER)));
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return element(meet("poll", null, TimeOps.nanos(timeout, unit)));
    }

    @Override
    public @Nullable E poll() {
        return element(meetNow("poll", null));
    }

    @Override
    public @Nullable E peek() {
        return null;
    }

    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public int remainingCapacity() {
        return 0;
    }

    @Override
    public void clear() {}

    @Override
    public boolean contains(@Nullable Object o) {
        return false;
    }

    @Override
    public boolean remove(@Nullable Object o) {
        return false;
    }

    @Override
    public Iterator<E> iterator() {
        return Collections.emptyIterator();
    }

    @Override
    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        return QueueModel.drain(this, c, maxElements);
    }

    @Override
    public String toString() {
        return "[]";
    }
}
