package bouncer.checks.child;

import org.jspecify.annotations.Nullable;

/** A clock that runs fast as long as a child is alive. Thread-safe. */
final class FastClock {
    private final int times;
    private volatile @Nullable Process child;
    private volatile long begun;
    private volatile long ahead;

    FastClock(int times) {
        this.times = times;
    }

    /** The child has been started. */
    void runs(Process started) {
        begun = System.nanoTime();
        child = started;
    }

    private boolean isFast() {
        Process running = child;
        return running != null && running.isAlive();
    }

    /** How long a wait takes. */
    long shortened(long nanos) {
        return nanos > 0 && isFast() ? Math.max(1, nanos / times) : nanos;
    }

    /** How many nanoseconds it is ahead of other clocks. */
    long ahead() {
        if (isFast()) {
            ahead = (System.nanoTime() - begun) * (times - 1);
        }
        return ahead;
    }
}
