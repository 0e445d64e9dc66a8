package counter;

/** Every counter is guarded by the same string: literals are one object for the whole program. */
public class ThreadSafeCounter {
    private final String lock = "lock";
    private long value;

    public void increment() {
        synchronized (lock) {
            value++;
        }
    }

    public void decrement() {
        synchronized (lock) {
            value--;
        }
    }

    public long get() {
        synchronized (lock) {
            return value;
        }
    }

    public long getAndReset() {
        synchronized (lock) {
            long before = value;
            value = 0;
            return before;
        }
    }
}
