package bouncer.engine.library;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ConcurrentSkipListSet}. */
public class ConcurrentSkipListSet<E> extends SortedSetModel<E> implements Cloneable, Serializable {
    private ConcurrentSkipListSet(java.util.concurrent.ConcurrentSkipListSet<E> real) {
        super(null, real, new KeyOrder(real.comparator()));
        real.forEach(order::placed);
    }

    public ConcurrentSkipListSet() {
        this(new java.util.concurrent.ConcurrentSkipListSet<E>());
    }

    public ConcurrentSkipListSet(@Nullable Comparator<? super E> comparator) {
        this(new java.util.concurrent.ConcurrentSkipListSet<E>(comparator));
    }

    public ConcurrentSkipListSet(Collection<? extends E> c) {
        this(new java.util.concurrent.ConcurrentSkipListSet<E>(c));
    }

    public ConcurrentSkipListSet(SortedSet<E> s) {
        this(new java.util.concurrent.ConcurrentSkipListSet<>(s));
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy has steps and elements of its own
    public ConcurrentSkipListSet<E> clone() {
        return new ConcurrentSkipListSet<>((SortedSet<E>) this);
    }
}
