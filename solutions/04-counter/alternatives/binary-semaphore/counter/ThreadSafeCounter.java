package counter;

import java.util.concurrent.Semaphore;
import java.util.function.LongUnaryOperator;

public final class ThreadSafeCounter {
    private final Semaphore only = new Semaphore(1);
    private final long[] box = {0};

    public void increment() {
        step(v -> v + 1);
    }

    public void decrement() {
        step(v -> v - 1);
    }

    public long get() {
        return step(v -> v);
    }

    public long getAndReset() {
        return step(v -> 0);
    }

    private long step(LongUnaryOperator f) {
        only.acquireUninterruptibly();
        long old = box[0];
        box[0] = f.applyAsLong(old);
        only.release();
        return old;
    }

    @Override
    public String toString() {
        return "counter at " + get();
    }
}
