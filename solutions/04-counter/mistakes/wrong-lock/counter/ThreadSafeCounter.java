package counter;

public final class ThreadSafeCounter {
    private long value;

    public void increment() {
        synchronized (lock()) {
            value++;
        }
    }

    public void decrement() {
        synchronized (lock()) {
            value--;
        }
    }

    public long get() {
        synchronized (lock()) {
            return value;
        }
    }

    public long getAndReset() {
        synchronized (lock()) {
            long before = value;
            value = 0;
            return before;
        }
    }

    private Object lock() {
        return new Object();
    }
}
