package bouncer.engine.juc;

import bouncer.engine.ops.WaitOutcome;
import java.util.concurrent.TimeUnit;

/** Model of {@link java.util.concurrent.CountDownLatch}: counting down commutes with itself, a wait ends when the count is 0. */
public class CountDownLatch {
    private long count;

    public CountDownLatch(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count < 0");
        }
        this.count = count;
    }

    public void await() throws InterruptedException {
        Act.thrown(await(Act.FOREVER));
    }

    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        WaitOutcome wake = await(Act.nanos(timeout, unit));
        Act.thrown(wake);
        return wake == WaitOutcome.READY;
    }

    private WaitOutcome await(long nanos) {
        return Act.block(this, "await", () -> count == 0, nanos, true, wake -> {
            if (wake == WaitOutcome.READY) {
                Act.acquire(this);
            }
        });
    }

    public void countDown() {
        Act.add(this, "countDown", () -> {
            long before = count;
            count = Math.max(0, before - 1);
            Act.release(this);
            Act.words(() -> "count " + before + " → " + Math.max(0, before - 1));
        });
    }

    public long getCount() {
        return Act.read(this, "getCount", () -> count);
    }

    @Override
    public String toString() {
        return Act.realName(this) + "[Count = " + getCount() + "]";
    }
}
