package bouncer.engine.juc;

import bouncer.engine.ops.Ops;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.DelayQueue}: delays are virtual time; a wait ends when the head's is over or another is the head. */
public class DelayQueue<E extends Delayed> extends QueueModel<E> implements BlockingQueue<E> {
    public DelayQueue() {
        super(new PriorityQueue<>(), Integer.MAX_VALUE);
    }

    public DelayQueue(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    // Declared here, too, because their descriptors name the type of the elements.

    @Override
    public boolean add(E e) {
        return insert("add", e, items::add);
    }

    @Override
    public boolean offer(E e) {
        return insert("offer", e, items::add);
    }

    @Override
    public @Nullable E peek() {
        return super.peek();
    }

    @Override
    public E remove() {
        return super.remove();
    }

    @Override
    public void put(E e) {
        offer(e);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) {
        return offer(e);
    }

    /** The head if its delay is over, taken out; else null. In a step. */
    private @Nullable E expired() {
        E head = items.peek();
        return head == null || head.getDelay(TimeUnit.NANOSECONDS) > 0 ? null : items.poll();
    }

    @Override
    public @Nullable E poll() {
        return extract("poll", this::expired);
    }

    @Override
    public E take() throws InterruptedException {
        return Objects.requireNonNull(await("take", Act.FOREVER));
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return await("poll", Act.nanos(timeout, unit));
    }

    private @Nullable E await(String call, long nanos) throws InterruptedException {
        long deadline = Act.deadline(nanos);
        while (true) {
            Look look = new Look();
            Act.enter(this, call, look::now);
            long left = Act.remaining(deadline);
            if (look.taken != null || left == 0) {
                return look.taken;
            }
            // Outside of an exploration no time passes: there, only the caller's own limit ends a wait.
            boolean delayed = Ops.active() && look.head != null && (left == Act.FOREVER || look.delay < left);
            Act.thrown(Act.block(
                    Act.wait(this, call, () -> items.peek() != look.head, delayed ? look.delay : left, true)
                            .words(look.head == null ? "an element of the queue" : "the end of a delay"),
                    wake -> {}));
        }
    }

    /** What one look at the head shows. */
    private final class Look {
        private @Nullable E taken;
        private @Nullable E head;
        private long delay;

        private void now() {
            head = items.peek();
            if (head == null) {
                Act.unchanged();
                return;
            }
            delay = head.getDelay(TimeUnit.NANOSECONDS);
            if (delay > 0) {
                Act.unchanged();
            } else {
                taken = elements.seen(items.poll());
            }
        }
    }

    @Override
    public int drainTo(Collection<? super E> c, int maxElements) {
        Objects.requireNonNull(c);
        if (c == this) {
            throw new IllegalArgumentException();
        }
        return Act.write(this, "drainTo", () -> {
            int moved = 0;
            for (E e; moved < maxElements && (e = expired()) != null; moved++) {
                c.add(elements.seen(e));
            }
            return moved;
        });
    }

    /** Over what was there when it was made. */
    @Override
    public Iterator<E> iterator() {
        return new SteppedIterator<>(this, () -> new Snapshot(List.copyOf(items)), elements::seen);
    }

    private final class Snapshot implements Iterator<E> {
        private final List<E> all;
        private int next;

        Snapshot(List<E> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            return next < all.size();
        }

        @Override
        public E next() {
            return all.get(next++);
        }

        @Override
        public void remove() {
            E last = all.get(next - 1);
            items.removeIf(e -> e == last);
        }
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
