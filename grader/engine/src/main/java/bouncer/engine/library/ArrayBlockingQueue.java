package bouncer.engine.library;

import java.util.Collection;

/** Model of {@link java.util.concurrent.ArrayBlockingQueue}; any waiter may go first, also of a fair one. */
public class ArrayBlockingQueue<E> extends BlockingModel<E> {
    public ArrayBlockingQueue(int capacity) {
        this(capacity, false);
    }

    public ArrayBlockingQueue(int capacity, boolean fair) {
        super(new java.util.concurrent.ArrayBlockingQueue<>(capacity, fair), capacity);
    }

    public ArrayBlockingQueue(int capacity, boolean fair, Collection<? extends E> c) {
        super(new java.util.concurrent.ArrayBlockingQueue<>(capacity, fair, c), capacity);
        items.forEach(elements::placed);
    }
}
