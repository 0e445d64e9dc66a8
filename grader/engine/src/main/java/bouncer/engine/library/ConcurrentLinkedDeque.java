package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ConcurrentLinkedDeque}; its size is counted on the way, as documented, and may
 * be wrong.
 */
public class ConcurrentLinkedDeque<E> extends DequeModel<E> {
    public ConcurrentLinkedDeque() {
        super(new java.util.concurrent.ConcurrentLinkedDeque<>(), Integer.MAX_VALUE);
    }

    public ConcurrentLinkedDeque(Collection<? extends E> c) {
        this();
        c.forEach(this::add);
    }

    @Override
    public int size() {
        return ConcurrentLinkedQueue.count(iterator());
    }

    @Override
    public boolean removeFirstOccurrence(@Nullable Object o) {
        return super.removeFirstOccurrence(required(o));
    }

    @Override
    public boolean removeLastOccurrence(@Nullable Object o) {
        return super.removeLastOccurrence(required(o));
    }

    @Override
    public boolean remove(@Nullable Object o) {
        return removeFirstOccurrence(o);
    }

    @Override
    public boolean addAll(Collection<? extends E> c) {
        if (c == this) {
            throw new IllegalArgumentException();
        }
        return Ops.write(this, "addAll", () -> {
            c.forEach(elements::placed);
            return items.addAll(c);
        });
    }
}
