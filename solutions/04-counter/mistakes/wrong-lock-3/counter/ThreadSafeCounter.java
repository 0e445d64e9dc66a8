package counter;

public final class ThreadSafeCounter {
    private Long value = 0L;

    public void increment() {
        synchronized (value) {
            value++;
        }
    }

    public void decrement() {
        synchronized (value) {
            value--;
        }
    }

    public long get() {
        synchronized (value) {
            return value;
        }
    }

    public long getAndReset() {
        synchronized (value) {
            long before = value;
            value = 0L;
            return before;
        }
    }
}
