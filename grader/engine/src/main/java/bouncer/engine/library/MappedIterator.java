package bouncer.engine.library;

import java.util.Iterator;
import java.util.function.Function;

/** An iterator over what a function makes of another iterator's elements. */
record MappedIterator<T, R>(Iterator<T> from, Function<? super T, ? extends R> function) implements Iterator<R> {
    @Override
    public boolean hasNext() {
        return from.hasNext();
    }

    @Override
    public R next() {
        return function.apply(from.next());
    }

    @Override
    public void remove() {
        from.remove();
    }
}
