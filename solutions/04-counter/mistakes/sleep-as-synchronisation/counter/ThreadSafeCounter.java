package counter;

public final class ThreadSafeCounter {
    private volatile boolean busy;
    private volatile long value;

    private void enter() {
        try {
            while (busy) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy = true;
    }

    public void increment() {
        enter();
        value++;
        busy = false;
    }

    public void decrement() {
        enter();
        value--;
        busy = false;
    }

    public long get() {
        return value;
    }

    public long getAndReset() {
        enter();
        long before = value;
        value = 0;
        busy = false;
        return before;
    }
}
