package bouncer.engine.hooks;

import java.util.Spliterator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The elements of an array in a stream; each traversal, also of a part, reads the array. */
record WatchedLongs(Spliterator.OfLong of, Object array) implements Spliterator.OfLong {
    @Override
    public Spliterator.@Nullable OfLong trySplit() {
        Spliterator.OfLong part = of.trySplit();
        return part == null ? null : new WatchedLongs(part, array);
    }

    @Override
    public boolean tryAdvance(LongConsumer action) {
        Hooks.reads(array, 1);
        return of.tryAdvance(action);
    }

    @Override
    public void forEachRemaining(LongConsumer action) {
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
