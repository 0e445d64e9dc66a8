package counter;

import java.util.concurrent.atomic.AtomicLong;

/** The machine's own atomic instructions; nobody ever waits. */
public final class ThreadSafeCounter {
    private final AtomicLong value = new AtomicLong();

    public void increment() {
        value.set(value.get() + 1);
    }

    public void decrement() {
        value.set(value.get() - 1);
    }

    public long get() {
        return value.get();
    }

    public long getAndReset() {
        return value.getAndSet(0);
    }
}
