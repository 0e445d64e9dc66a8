package bouncer.engine.hooks;

import java.util.Spliterator;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The elements of an array in a stream; each traversal, also of a part, reads the array. */
record WatchedInts(Spliterator.OfInt of, Object array) implements Spliterator.OfInt {
    @Override
    public Spliterator.@Nullable OfInt trySplit() {
        Spliterator.OfInt part = of.trySplit();
        return part == null ? null : new WatchedInts(part, array);
    }

    @Override
    public boolean tryAdvance(IntConsumer action) {
        Hooks.reads(array, 1);
        return of.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(IntConsumer action) {
        Hooks.reads(array, of.estimateSize());
        of.forEachRemaining(action);
    }

    @Override
    public long estimateSize() {
        return of.estimateSize();
    }

    @Override
    public int characteristics() {
        return of.characteristics();
    }
}
