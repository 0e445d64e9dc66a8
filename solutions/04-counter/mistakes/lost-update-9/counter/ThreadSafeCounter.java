package counter;

import java.util.concurrent.atomic.AtomicLong;

/** Tries three times, though others may be faster each time. */
public final class ThreadSafeCounter {
    private static final int TRIES = 3;

    private final AtomicLong value = new AtomicLong();

    public void increment() {
        add(1);
    }

    public void decrement() {
        add(-1);
    }

    private void add(long delta) {
        for (int i = 0; i < TRIES; i++) {
            long seen = value.get();
            if (value.compareAndSet(seen, seen + delta)) {
                return;
            }
        }
    }

    public long get() {
        return value.get();
    }

    public long getAndReset() {
        return value.getAndSet(0);
    }
}
