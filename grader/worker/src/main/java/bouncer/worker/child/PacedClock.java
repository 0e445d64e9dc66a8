package bouncer.worker.child;

import org.jspecify.annotations.Nullable;

/** A clock that runs fast or slowly while a child process is alive. Thread-safe. */
final class PacedClock {
    private final double times;
    private volatile @Nullable Process child;
    private volatile long begun;
    private volatile long ahead;

    PacedClock(double times) {
        this.times = times;
    }

    /** Begins the changed pace, which lasts until this child ends. */
    void runs(Process started) {
        begun = System.nanoTime();
        child = started;
    }

    private boolean runs() {
        Process running = child;
        return running != null && running.isAlive();
    }

    /** Returns how long a wait of this length really takes. */
    long paced(long nanos) {
        return nanos > 0 && runs() ? Math.max(1, (long) (nanos / times)) : nanos;
    }

    /** Returns how many nanoseconds this clock is ahead of the real one; negative if it runs slowly. */
    long ahead() {
        if (runs()) {
            ahead = (long) ((System.nanoTime() - begun) * (times - 1));
        }
        return ahead;
    }
}
