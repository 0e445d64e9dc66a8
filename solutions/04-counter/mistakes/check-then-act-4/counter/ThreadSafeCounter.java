package counter;

import java.util.concurrent.atomic.AtomicLong;

/** The machine's own atomic instructions; nobody ever waits. */
public final class ThreadSafeCounter {
    private final AtomicLong value = new AtomicLong();

    public void increment() {
        value.incrementAndGet();
    }

    public void decrement() {
        value.decrementAndGet();
    }

    public long get() {
        return value.get();
    }

    public long getAndReset() {
        long before = value.get();
        value.addAndGet(-before);
        return before;
    }
}
