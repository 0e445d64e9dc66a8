package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sorted concurrent set, or a view of one or of the keys of a map: a real one holds the elements and decides, every
 * call is one step on what it is a view of. The size is counted on the way and may be wrong, as documented.
 */
class SortedSetModel<E> extends AbstractSet<E> implements NavigableSet<E> {
    final transient NavigableSet<E> real;
    final transient KeyOrder order;
    private final transient Object at;

    /**
     * A set or a view.
     *
     * @param at what the steps are on; null means this set itself
     */
    SortedSetModel(@Nullable Object at, NavigableSet<E> real, KeyOrder order) {
        this.at = at == null ? this : at;
        this.real = real;
        this.order = order;
    }

    private SortedSetModel<E> view(NavigableSet<E> part) {
        return new SortedSetModel<>(at, part, order);
    }

    private @Nullable E look(String call, Supplier<@Nullable E> find) {
        return Ops.read(at, call, () -> order.seen(find.get()));
    }

    private @Nullable E extract(String call, Supplier<@Nullable E> take) {
        return Ops.write(at, call, () -> {
            E e = order.seen(take.get());
            if (e == null) {
                Ops.unchanged();
            }
            return e;
        });
    }

    @Override
    public boolean add(E e) {
        return Ops.write(at, "add", () -> {
            boolean added = real.add(e);
            order.seen(e);
            if (added) {
                order.placed(e);
            } else {
                Ops.unchanged();
            }
            return added;
        });
    }

    @Override
    public boolean remove(Object o) {
        return Ops.write(at, "remove", () -> {
            boolean removed = real.remove(o);
            if (removed) {
                order.seen(o);
            } else {
                Ops.unchanged();
            }
            return removed;
        });
    }

    @Override
    public boolean contains(Object o) {
        return Ops.read(at, "contains", () -> real.contains(o) && order.seen(o) != null);
    }

    @Override
    public boolean isEmpty() {
        return Ops.read(at, "isEmpty", real::isEmpty);
    }

    @Override
    public int size() {
        return ConcurrentLinkedQueue.count(iterator());
    }

    /** One by one, as documented. */
    @Override
    public void clear() {
        while (extract("clear", real::pollFirst) != null) {}
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        boolean removed = false;
        for (Object e : c) {
            removed |= remove(e);
        }
        return removed;
    }

    @Override
    public E first() {
        return Objects.requireNonNull(look("first", real::first));
    }

    @Override
    public E last() {
        return Objects.requireNonNull(look("last", real::last));
    }

    @Override
    public @Nullable E lower(E e) {
        return look("lower", () -> real.lower(e));
    }

    @Override
    public @Nullable E floor(E e) {
        return look("floor", () -> real.floor(e));
    }

    @Override
    public @Nullable E ceiling(E e) {
        return look("ceiling", () -> real.ceiling(e));
    }

    @Override
    public @Nullable E higher(E e) {
        return look("higher", () -> real.higher(e));
    }

    @Override
    public @Nullable E pollFirst() {
        return extract("pollFirst", real::pollFirst);
    }

    @Override
    public @Nullable E pollLast() {
        return extract("pollLast", real::pollLast);
    }

    @Override
    public Iterator<E> iterator() {
        return new SteppedIterator<>(at, real, order::seen);
    }

    @Override
    public Iterator<E> descendingIterator() {
        return descendingSet().iterator();
    }

    @Override
    public Spliterator<E> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.CONCURRENT);
    }

    @Override
    public NavigableSet<E> descendingSet() {
        return view(real.descendingSet());
    }

    @Override
    public NavigableSet<E> subSet(E from, boolean fromInclusive, E to, boolean toInclusive) {
        return view(real.subSet(from, fromInclusive, to, toInclusive));
    }

    @Override
    public NavigableSet<E> headSet(E to, boolean inclusive) {
        return view(real.headSet(to, inclusive));
    }

    @Override
    public NavigableSet<E> tailSet(E from, boolean inclusive) {
        return view(real.tailSet(from, inclusive));
    }

    @Override
    public NavigableSet<E> subSet(E from, E to) {
        return subSet(from, true, to, false);
    }

    @Override
    public NavigableSet<E> headSet(E to) {
        return headSet(to, false);
    }

    @Override
    public NavigableSet<E> tailSet(E from) {
        return tailSet(from, true);
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return real.comparator();
    }
}
