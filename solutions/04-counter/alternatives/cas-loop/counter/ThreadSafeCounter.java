package counter;

import java.util.concurrent.atomic.AtomicLong;

/** Read, compute, and write only if nobody was faster; else once more. */
public final class ThreadSafeCounter {
    private final AtomicLong value = new AtomicLong();

    public void increment() {
        add(1);
    }

    public void decrement() {
        add(-1);
    }

    private void add(long delta) {
        long seen;
        do {
            seen = value.get();
        } while (!value.compareAndSet(seen, seen + delta));
    }

    public long get() {
        return value.get();
    }

    public long getAndReset() {
        while (true) {
            long seen = value.get();
            if (value.weakCompareAndSetVolatile(seen, 0)) {
                return seen;
            }
        }
    }
}
