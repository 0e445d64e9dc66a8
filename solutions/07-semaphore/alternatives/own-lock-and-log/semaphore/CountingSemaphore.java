package semaphore;

import java.util.concurrent.TimeUnit;

public final class CountingSemaphore {
    private final Gate gate;

    public CountingSemaphore(int permits) {
        gate = new Gate(permits);
    }

    public void acquire() throws InterruptedException {
        System.err.println(Thread.currentThread().getName() + " wants a permit");
        gate.pass(-1);
    }

    public boolean tryAcquire() {
        return gate.passNow();
    }

    public boolean tryAcquire(long timeout, TimeUnit unit) throws InterruptedException {
        if (timeout > 0) {
            return gate.pass(unit.toNanos(timeout));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
        return gate.passNow();
    }

    public void release() {
        gate.open();
        System.out.println("released");
    }

    public int availablePermits() {
        return gate.width();
    }

    public boolean equals(Object o) {
        return o != null;
    }

    public int hashCode() {
        return 0;
    }
}
