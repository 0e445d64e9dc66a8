package bouncer.worker.child;

import org.jspecify.annotations.Nullable;

/** A clock that runs fast or slowly as long as a child is alive. Thread-safe. */
final class PacedClock {
    private final double times;
    private volatile @Nullable Process child;
    private volatile long begun;
    private volatile long ahead;

    PacedClock(double times) {
        this.times = times;
    }

    /** The child has been started. */
    void runs(Process started) {
        begun = System.nanoTime();
        child = started;
    }

    private boolean runs() {
        Process running = child;
        return running != null && running.isAlive();
    }

    /** How long a wait takes. */
    long paced(long nanos) {
        return nanos > 0 && runs() ? Math.max(1, (long) (nanos / times)) : nanos;
    }

    /** How many nanoseconds it is ahead of other clocks; below 0 when it runs slowly. */
    long ahead() {
        if (runs()) {
            ahead = (long) ((System.nanoTime() - begun) * (times - 1));
        }
        return ahead;
    }
}
