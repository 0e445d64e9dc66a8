package bouncer.engine.library;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.PriorityBlockingQueue}. */
public class PriorityBlockingQueue<E> extends BlockingModel<E> {
    private final transient java.util.concurrent.PriorityBlockingQueue<E> heap;

    private PriorityBlockingQueue(java.util.concurrent.PriorityBlockingQueue<E> heap) {
        super(heap, Integer.MAX_VALUE);
        this.heap = heap;
        heap.forEach(elements::placed);
    }

    public PriorityBlockingQueue() {
        this(new java.util.concurrent.PriorityBlockingQueue<>());
    }

    public PriorityBlockingQueue(int initialCapacity) {
        this(new java.util.concurrent.PriorityBlockingQueue<>(initialCapacity));
    }

    public PriorityBlockingQueue(int initialCapacity, @Nullable Comparator<? super E> comparator) {
        this(new java.util.concurrent.PriorityBlockingQueue<>(initialCapacity, comparator));
    }

    public PriorityBlockingQueue(Collection<? extends E> c) {
        this(new java.util.concurrent.PriorityBlockingQueue<>(c));
    }

    @Override
    public void put(E e) {
        offer(e);
    }

    public @Nullable Comparator<? super E> comparator() {
        return heap.comparator();
    }

    @Override
    public int remainingCapacity() {
        return Integer.MAX_VALUE;
    }
}
