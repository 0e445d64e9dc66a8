package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.TraceOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.concurrent.TimeUnit;

/**
 * Model of {@link java.util.concurrent.CountDownLatch}: counting down commutes with itself, a wait ends when the count
 * is 0.
 */
public class CountDownLatch {
    private long count;

    public CountDownLatch(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count < 0");
        }
        this.count = count;
    }

    public void await() throws InterruptedException {
        Ops.thrown(await(TimeOps.FOREVER));
    }

    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        WaitOutcome wake = await(TimeOps.nanos(timeout, unit));
        Ops.thrown(wake);
        return wake == WaitOutcome.READY;
    }

    private WaitOutcome await(long nanos) {
        return Ops.block(this, "await", () -> count == 0, nanos, true, wake -> {
            if (wake == WaitOutcome.READY) {
                OrderOps.acquire(this);
            }
        });
    }

    public void countDown() {
        Ops.add(this, "countDown", () -> {
            long before = count;
            count = Math.max(0, before - 1);
            OrderOps.release(this);
            TraceOps.say(() -> "count " + before + " → " + Math.max(0, before - 1));
        });
    }

    public long getCount() {
        return Ops.read(this, "getCount", () -> count);
    }

    @Override
    public String toString() {
        return RealNames.realName(this) + "[Count = " + getCount() + "]";
    }
}
