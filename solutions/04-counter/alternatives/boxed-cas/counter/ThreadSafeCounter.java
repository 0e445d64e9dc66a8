package counter;

import java.util.concurrent.atomic.AtomicReference;

/** An immutable box is swapped by its identity, which is right because the box that was read is the one compared with. */
public final class ThreadSafeCounter {
    private final AtomicReference<Long> cell = new AtomicReference<>(0L);

    public void increment() {
        cell.updateAndGet(seen -> seen + 1);
    }

    public void decrement() {
        cell.getAndUpdate(seen -> seen - 1);
    }

    public long get() {
        return cell.get();
    }

    public long getAndReset() {
        return cell.getAndSet(0L);
    }
}
