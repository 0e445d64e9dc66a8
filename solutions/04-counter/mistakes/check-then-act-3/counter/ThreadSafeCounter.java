package counter;

import java.util.concurrent.atomic.LongAdder;

public final class ThreadSafeCounter {
    private final LongAdder sum = new LongAdder();

    public void increment() {
        sum.increment();
    }

    public void decrement() {
        sum.decrement();
    }

    public long get() {
        return sum.sum();
    }

    public long getAndReset() {
        return sum.sumThenReset();
    }
}
