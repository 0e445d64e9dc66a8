package counter;

/** One writer at a time, readers without a lock: the field is volatile, and one read is one step. */
public final class ThreadSafeCounter {
    private final Object writing = new Object();
    private volatile long value;

    public void increment() {
        synchronized (writing) {
            value = value + 1;
        }
    }

    public void decrement() {
        synchronized (writing) {
            value = value - 1;
        }
    }

    public long get() {
        return value;
    }

    public long getAndReset() {
        synchronized (writing) {
            long seen = value;
            value = 0;
            return seen;
        }
    }
}
