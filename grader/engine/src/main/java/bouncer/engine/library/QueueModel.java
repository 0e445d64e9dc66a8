package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.WaitOutcome;
import java.io.Serializable;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all queues have in common: a collection of the JDK's holds the elements, used inside steps only, and gives its
 * order and its weakly consistent iterators; waiting for space or for an element is one step together with the act.
 */
abstract class QueueModel<E> extends AbstractQueue<E> implements Serializable {
    final transient Queue<E> items;
    final transient Elements elements = new Elements();
    private final int capacity;

    QueueModel(Queue<E> items, int capacity) {
        this.items = items;
        this.capacity = capacity;
    }

    boolean hasSpace() {
        return capacity == Integer.MAX_VALUE || items.size() < capacity;
    }

    public int remainingCapacity() {
        return Ops.read(this, "remainingCapacity", () -> capacity - items.size());
    }

    /** Places an element by {@code place}, if there is space. */
    final boolean insert(String call, E e, Predicate<E> place) {
        Objects.requireNonNull(e);
        return Ops.write(this, call, () -> {
            if (!hasSpace()) {
                Ops.unchanged();
                return false;
            }
            return placed(e, place);
        });
    }

    /** Places an element by {@code place}, after waiting for space. */
    final boolean insert(String call, E e, Predicate<E> place, long nanos) throws InterruptedException {
        Objects.requireNonNull(e);
        return Ops.thrown(Ops.block(
                Ops.wait(this, call, this::hasSpace, nanos, true).words("space in the queue"),
                wake -> placedIf(wake, e, place)));
    }

    private void placedIf(WaitOutcome wake, E e, Predicate<E> place) {
        if (wake == WaitOutcome.READY) {
            placed(e, place);
        }
    }

    private boolean placed(E e, Predicate<E> place) {
        elements.placed(e);
        return place.test(e);
    }

    /** Takes an element by {@code take}, which returns null if there is none. */
    final @Nullable E extract(String call, Supplier<@Nullable E> take) {
        return Ops.write(this, call, () -> {
            E e = elements.seen(take.get());
            if (e == null) {
                Ops.unchanged();
            }
            return e;
        });
    }

    /** Takes an element by {@code take} after waiting for one; null when the time was over. */
    final @Nullable E extract(String call, Supplier<@Nullable E> take, long nanos) throws InterruptedException {
        return extract(call, () -> !items.isEmpty(), take, nanos);
    }

    final @Nullable E extract(String call, BooleanSupplier ready, Supplier<@Nullable E> take, long nanos)
            throws InterruptedException {
        Object[] taken = new Object[1];
        Ops.thrown(Ops.block(Ops.wait(this, call, ready, nanos, true).words("an element of the queue"), wake -> {
            if (wake == WaitOutcome.READY) {
                taken[0] = elements.seen(take.get());
            }
        }));
        @SuppressWarnings("unchecked")
        E e = (E) taken[0];
        return e;
    }

    /** Takes elements out one by one, as the JDK does where a queue is no store: others may take some in between. */
    static <E> int drain(Queue<E> from, Collection<? super E> to, int most) {
        Objects.requireNonNull(to);
        if (to == from) {
            throw new IllegalArgumentException();
        }
        int n = 0;
        for (E e; n < most && (e = from.poll()) != null; n++) {
            to.add(e);
        }
        return n;
    }

    final @Nullable E look(String call, Supplier<@Nullable E> peek) {
        return Ops.read(this, call, () -> elements.seen(peek.get()));
    }

    @Override
    public boolean offer(E e) {
        return insert("offer", e, items::add);
    }

    @Override
    public @Nullable E poll() {
        return extract("poll", items::poll);
    }

    @Override
    public @Nullable E peek() {
        return look("peek", items::peek);
    }

    @Override
    public int size() {
        return Ops.read(this, "size", items::size);
    }

    @Override
    public boolean isEmpty() {
        return Ops.read(this, "isEmpty", items::isEmpty);
    }

    @Override
    public boolean contains(@Nullable Object o) {
        return Ops.read(this, "contains", () -> {
            for (E e : items) {
                if (o != null && o.equals(e)) {
                    elements.seen(e);
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public boolean remove(@Nullable Object o) {
        return Ops.write(this, "remove", () -> {
            for (Iterator<E> all = items.iterator(); all.hasNext(); ) {
                E e = all.next();
                if (o != null && o.equals(e)) {
                    elements.seen(e);
                    all.remove();
                    return true;
                }
            }
            Ops.unchanged();
            return false;
        });
    }

    @Override
    public void clear() {
        Ops.change(this, "clear", items::clear);
    }

    @Override
    public Iterator<E> iterator() {
        return new SteppedIterator<>(this, items, elements::seen);
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        iterator().forEachRemaining(action);
    }

    /** As the JDK's linked queues: looks at all, asks the filter outside any step, and removes in one more. */
    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        Objects.requireNonNull(filter);
        Set<Object> matches = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (E e : this) {
            if (filter.test(e)) {
                matches.add(e);
            }
        }
        return !matches.isEmpty() && Ops.write(this, "removeIf", () -> items.removeIf(matches::contains));
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(e -> !c.contains(e));
    }

    public int drainTo(Collection<? super E> c) {
        return drainTo(c, Integer.MAX_VALUE);
    }

    public int drainTo(Collection<? super E> c, int maxElements) {
        Objects.requireNonNull(c);
        if (c == this) {
            throw new IllegalArgumentException();
        }
        return Ops.write(this, "drainTo", () -> {
            int moved = 0;
            while (moved < maxElements && !items.isEmpty()) {
                c.add(elements.seen(Objects.requireNonNull(items.poll())));
                moved++;
            }
            return moved;
        });
    }
}
