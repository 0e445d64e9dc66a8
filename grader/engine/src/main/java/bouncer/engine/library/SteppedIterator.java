package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.Iterator;
import java.util.function.UnaryOperator;

/**
 * An iterator over a concurrent collection: to make it and to move it are one step each, in between others may change
 * the collection. What the next element is was decided when the last was handed out, as in the JDK, so {@code hasNext}
 * is no step.
 */
final class SteppedIterator<E> implements Iterator<E> {
    private final Object at;
    private final Iterator<E> real;
    private final UnaryOperator<E> seen;

    SteppedIterator(Object at, Iterable<E> collection, UnaryOperator<E> seen) {
        this.at = at;
        this.real = Ops.read(at, "iterator", collection::iterator);
        this.seen = seen;
    }

    @Override
    public boolean hasNext() {
        return real.hasNext();
    }

    @Override
    public E next() {
        return Ops.read(at, "next", () -> seen.apply(real.next()));
    }

    @Override
    public void remove() {
        Ops.change(at, "remove", real::remove);
    }
}
