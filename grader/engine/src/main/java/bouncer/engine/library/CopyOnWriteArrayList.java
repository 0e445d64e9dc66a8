package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.CopyOnWriteArrayList}: a real one holds the elements, every call is one step. */
public class CopyOnWriteArrayList<E extends @Nullable Object> extends AbstractList<E>
        implements RandomAccess, Serializable {
    private final transient java.util.concurrent.CopyOnWriteArrayList<E> real;

    public CopyOnWriteArrayList() {
        real = new java.util.concurrent.CopyOnWriteArrayList<>();
    }

    public CopyOnWriteArrayList(Collection<? extends E> c) {
        real = new java.util.concurrent.CopyOnWriteArrayList<>(c);
        OrderOps.release(this);
    }

    public CopyOnWriteArrayList(E[] toCopyIn) {
        real = new java.util.concurrent.CopyOnWriteArrayList<>(toCopyIn);
        OrderOps.release(this);
    }

    /** A look at the array: whatever was placed in it before happens-before what follows. */
    private <T extends @Nullable Object> T look(String call, Supplier<T> action) {
        return Ops.read(this, call, () -> {
            OrderOps.acquire(this);
            return action.get();
        });
    }

    /** A change of the array, all changes one after the other. */
    private <T extends @Nullable Object> T change(String call, Supplier<T> action) {
        return Ops.write(this, call, () -> {
            OrderOps.acquire(this);
            T result = action.get();
            if (Boolean.FALSE.equals(result)) {
                Ops.unchanged();
            } else {
                OrderOps.release(this);
            }
            return result;
        });
    }

    @Override
    public int size() {
        return look("size", real::size);
    }

    @Override
    public boolean isEmpty() {
        return look("isEmpty", real::isEmpty);
    }

    @Override
    public E get(int index) {
        return look("get", () -> real.get(index));
    }

    @Override
    public boolean contains(@Nullable Object o) {
        return look("contains", () -> real.contains(o));
    }

    @Override
    public boolean containsAll(Collection<?> c) {
        return look("containsAll", () -> real.containsAll(c));
    }

    @Override
    public int indexOf(@Nullable Object o) {
        return look("indexOf", () -> real.indexOf(o));
    }

    public int indexOf(E e, int index) {
        return look("indexOf", () -> real.indexOf(e, index));
    }

    @Override
    public int lastIndexOf(@Nullable Object o) {
        return look("lastIndexOf", () -> real.lastIndexOf(o));
    }

    public int lastIndexOf(E e, int index) {
        return look("lastIndexOf", () -> real.lastIndexOf(e, index));
    }

    @Override
    public E set(int index, E element) {
        return change("set", () -> real.set(index, element));
    }

    @Override
    public boolean add(E e) {
        return change("add", () -> real.add(e));
    }

    @Override
    public void add(int index, E element) {
        change("add", () -> {
            real.add(index, element);
            return true;
        });
    }

    @Override
    public E remove(int index) {
        return change("remove", () -> real.remove(index));
    }

    @Override
    public boolean remove(@Nullable Object o) {
        return change("remove", () -> real.remove(o));
    }

    public boolean addIfAbsent(E e) {
        return change("addIfAbsent", () -> real.addIfAbsent(e));
    }

    public int addAllAbsent(Collection<? extends E> c) {
        return change("addAllAbsent", () -> real.addAllAbsent(c));
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        return change("addAll", () -> real.addAll(c));
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> c) {
        return change("addAll", () -> real.addAll(index, c));
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        return change("removeAll", () -> real.removeAll(c));
    }

    @Override
    public boolean retainAll(Collection<?> c) {
        return change("retainAll", () -> real.retainAll(c));
    }

    @Override
    public boolean removeIf(Predicate<? super E> filter) {
        return change("removeIf", () -> real.removeIf(filter));
    }

    @Override
    public void replaceAll(UnaryOperator<E> operator) {
        change("replaceAll", () -> {
            real.replaceAll(operator);
            return true;
        });
    }

    @Override
    public void sort(@Nullable Comparator<? super E> c) {
        change("sort", () -> {
            real.sort(c);
            return true;
        });
    }

    @Override
    public void clear() {
        change("clear", () -> {
            real.clear();
            return true;
        });
    }

    @Override
    public void forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action);
        iterator().forEachRemaining(action);
    }

    @Override
    public Object[] toArray() {
        return look("toArray", real::toArray);
    }

    @Override
    @SuppressWarnings("NullAway") // as the JDK's, may put a null behind the last
    public <T extends @Nullable Object> T[] toArray(T[] a) {
        return look("toArray", () -> real.toArray(a));
    }

    @Override
    public Iterator<E> iterator() {
        return look("iterator", real::iterator);
    }

    @Override
    public ListIterator<E> listIterator() {
        return look("listIterator", real::listIterator);
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        return look("listIterator", () -> real.listIterator(index));
    }

    @Override
    public Spliterator<E> spliterator() {
        return look("spliterator", real::spliterator);
    }

    @Override
    public List<E> subList(int fromIndex, int toIndex) {
        if (fromIndex < 0 || toIndex > size() || fromIndex > toIndex) {
            throw new IndexOutOfBoundsException();
        }
        return super.subList(fromIndex, toIndex);
    }

    /** The same list with the same elements in the same order. */
    @Override
    public boolean equals(@Nullable Object o) {
        return o == this || look("equals", () -> real.equals(o));
    }

    @Override
    public int hashCode() {
        return look("hashCode", real::hashCode);
    }

    @Override
    public String toString() {
        return look("toString", real::toString);
    }
}
