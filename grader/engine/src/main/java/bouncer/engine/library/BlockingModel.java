package bouncer.engine.library;

import bouncer.engine.ops.TimeOps;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A queue whose callers may wait for space and for elements. */
abstract class BlockingModel<E> extends QueueModel<E> implements BlockingQueue<E> {
    BlockingModel(Queue<E> items, int capacity) {
        super(items, capacity);
    }

    @Override
    public void put(E e) throws InterruptedException {
        insert("put", e, items::add, TimeOps.FOREVER);
    }

    @Override
    public boolean offer(E e, long timeout, TimeUnit unit) throws InterruptedException {
        return insert("offer", e, items::add, TimeOps.nanos(timeout, unit));
    }

    @Override
    public E take() throws InterruptedException {
        return Objects.requireNonNull(extract("take", items::poll, TimeOps.FOREVER));
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return extract("poll", items::poll, TimeOps.nanos(timeout, unit));
    }
}
