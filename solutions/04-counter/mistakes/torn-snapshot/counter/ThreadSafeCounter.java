package counter;

import java.util.concurrent.atomic.AtomicLong;

public final class ThreadSafeCounter {
    private final AtomicLong ups = new AtomicLong();
    private final AtomicLong downs = new AtomicLong();

    public void increment() {
        ups.incrementAndGet();
    }

    public void decrement() {
        downs.incrementAndGet();
    }

    public long get() {
        return ups.get() - downs.get();
    }

    public synchronized long getAndReset() {
        long value;
        long seen;
        do {
            seen = ups.get();
            value = seen - downs.get();
        } while (!ups.compareAndSet(seen, seen - value));
        return value;
    }
}
