package counter;

public final class ThreadSafeCounter {
    private long value;

    public void increment() {
        value++;
    }

    public void decrement() {
        value--;
    }

    public long get() {
        return value;
    }

    public long getAndReset() {
        long before = value;
        value = 0;
        return before;
    }
}
