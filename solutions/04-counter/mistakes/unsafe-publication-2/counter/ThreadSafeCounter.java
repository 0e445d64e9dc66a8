package counter;

import java.util.concurrent.atomic.AtomicLong;

public final class ThreadSafeCounter {
    private volatile AtomicLong cell;

    private AtomicLong cell() {
        if (cell == null) {
            cell = new AtomicLong();
        }
        return cell;
    }

    public void increment() {
        cell().incrementAndGet();
    }

    public void decrement() {
        cell().decrementAndGet();
    }

    public long get() {
        return cell().get();
    }

    public long getAndReset() {
        return cell().getAndSet(0);
    }
}
