package counter;

public final class ThreadSafeCounter {
    private final Object up = new Object();
    private final Object down = new Object();
    private long value;

    public void increment() {
        synchronized (up) {
            value++;
        }
    }

    public void decrement() {
        synchronized (down) {
            value--;
        }
    }

    public long get() {
        synchronized (up) {
            synchronized (down) {
                return value;
            }
        }
    }

    public long getAndReset() {
        synchronized (up) {
            synchronized (down) {
                long before = value;
                value = 0;
                return before;
            }
        }
    }
}
