package bouncer.engine.library;

import bouncer.engine.ops.TimeOps;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.LinkedBlockingDeque}. */
public class LinkedBlockingDeque<E> extends DequeModel<E> implements BlockingDeque<E> {
    public LinkedBlockingDeque() {
        this(Integer.MAX_VALUE);
    }

    public LinkedBlockingDeque(int capacity) {
        super(new java.util.concurrent.LinkedBlockingDeque<>(capacity), capacity);
    }

    public LinkedBlockingDeque(Collection<? extends E> c) {
        this();
        addAll(c);
    }

    @Override
    public void putFirst(E e) throws InterruptedException {
        insert("putFirst", e, ends::offerFirst, TimeOps.FOREVER);
    }

    @Override
    public void putLast(E e) throws InterruptedException {
        insert("putLast", e, ends::offerLast, TimeOps.FOREVER);
    }

    @Override
    public boolean offerFirst(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return insert("offerFirst", e, ends::offerFirst, TimeOps.nanos(timeout, unit));
    }

    @Override
    public boolean offerLast(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return insert("offerLast", e, ends::offerLast, TimeOps.nanos(timeout, unit));
    }

    @Override
    public E takeFirst() throws InterruptedException {
        return Objects.requireNonNull(extract("takeFirst", ends::pollFirst, TimeOps.FOREVER));
    }

    @Override
    public E takeLast() throws InterruptedException {
        return Objects.requireNonNull(extract("takeLast", ends::pollLast, TimeOps.FOREVER));
    }

    @Override
    public @Nullable E pollFirst(long timeout, TimeUnit unit) throws InterruptedException {
        return extract("pollFirst", ends::pollFirst, TimeOps.nanos(timeout, unit));
    }

    @Override
    public @Nullable E pollLast(long timeout, TimeUnit unit) throws InterruptedException {
        return extract("pollLast", ends::pollLast, TimeOps.nanos(timeout, unit));
    }

    @Override
    public void put(E e) throws InterruptedException {
        putLast(e);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return offerLast(e, timeout, unit);
    }

    @Override
    public E take() throws InterruptedException {
        return takeFirst();
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return pollFirst(timeout, unit);
    }
}
