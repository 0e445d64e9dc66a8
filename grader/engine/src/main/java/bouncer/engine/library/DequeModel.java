package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The base of the models of deques. */
abstract class DequeModel<E> extends QueueModel<E> implements Deque<E> {
    final transient Deque<E> ends;

    DequeModel(Deque<E> items, int capacity) {
        super(items, capacity);
        ends = items;
    }

    private static <E> E present(@Nullable E e) {
        if (e == null) {
            throw new NoSuchElementException();
        }
        return e;
    }

    @Override
    public void addFirst(E e) {
        if (!offerFirst(e)) {
            throw new IllegalStateException("Deque full");
        }
    }

    @Override
    public void addLast(E e) {
        if (!offerLast(e)) {
            throw new IllegalStateException("Deque full");
        }
    }

    @Override
    public boolean offerFirst(E e) {
        return insert("offerFirst", e, ends::offerFirst);
    }

    @Override
    public boolean offerLast(E e) {
        return insert("offerLast", e, ends::offerLast);
    }

    @Override
    public E removeFirst() {
        return present(pollFirst());
    }

    @Override
    public E removeLast() {
        return present(pollLast());
    }

    @Override
    public @Nullable E pollFirst() {
        return extract("pollFirst", ends::pollFirst);
    }

    @Override
    public @Nullable E pollLast() {
        return extract("pollLast", ends::pollLast);
    }

    @Override
    public E getFirst() {
        return present(peekFirst());
    }

    @Override
    public E getLast() {
        return present(peekLast());
    }

    @Override
    public @Nullable E peekFirst() {
        return look("peekFirst", ends::peekFirst);
    }

    @Override
    public @Nullable E peekLast() {
        return look("peekLast", ends::peekLast);
    }

    @Override
    public boolean removeFirstOccurrence(@Nullable Object o) {
        return super.remove(o);
    }

    @Override
    public boolean removeLastOccurrence(@Nullable Object o) {
        return Ops.write(this, "removeLastOccurrence", () -> o != null && ends.removeLastOccurrence(o));
    }

    @Override
    public boolean add(E e) {
        addLast(e);
        return true;
    }

    @Override
    public void push(E e) {
        addFirst(e);
    }

    @Override
    public E pop() {
        return removeFirst();
    }

    @Override
    public Iterator<E> descendingIterator() {
        return new SteppedIterator<>(this, ends::descendingIterator, elements::seen);
    }

    /** As in the JDK, {@code null} is refused where the real deque refuses it. */
    static <T> T required(@Nullable T o) {
        return Objects.requireNonNull(o);
    }
}
