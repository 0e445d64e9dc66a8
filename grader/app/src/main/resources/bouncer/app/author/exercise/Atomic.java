package @package@;

import java.util.concurrent.atomic.AtomicLong;

/** Uses one atomic operation in each method. */
public final class @class@ {
    private final AtomicLong total = new AtomicLong();

    public void add(long amount) {
        total.addAndGet(amount);
    }

    public long total() {
        return total.get();
    }
}
