package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.Collection;
import java.util.Iterator;

/**
 * Model of {@link java.util.concurrent.ConcurrentLinkedQueue}; its size is counted on the way, as documented, and may
 * be wrong.
 */
public class ConcurrentLinkedQueue<E> extends QueueModel<E> {
    public ConcurrentLinkedQueue() {
        super(new java.util.concurrent.ConcurrentLinkedQueue<>(), Integer.MAX_VALUE);
    }

    public ConcurrentLinkedQueue(Collection<? extends E> c) {
        this();
        c.forEach(this::add);
    }

    @Override
    public int size() {
        return count(iterator());
    }

    static int count(Iterator<?> all) {
        int n = 0;
        for (; all.hasNext(); all.next()) {
            n++;
        }
        return n;
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
