package bouncer.engine.library;

import java.util.Collection;

/** Model of {@link java.util.concurrent.LinkedBlockingQueue}. */
public class LinkedBlockingQueue<E> extends BlockingModel<E> {
    public LinkedBlockingQueue() {
        this(Integer.MAX_VALUE);
    }

    public LinkedBlockingQueue(int capacity) {
        super(new java.util.concurrent.LinkedBlockingQueue<>(capacity), capacity);
    }

    public LinkedBlockingQueue(Collection<? extends E> c) {
        this();
        addAll(c);
    }
}
