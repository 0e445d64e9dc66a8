package bouncer.demo;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two threads leave here as close together as they can: latches and barriers wake them far apart. A meeting that fails,
 * as on one core, only costs the chance that they get in each other's way. Thread-safe.
 */
final class Meeting {
    private static final int MOST_LOOKS = 2_000;
    private final AtomicInteger arrivals = new AtomicInteger();
    private final int looks;

    private Meeting(int looks) {
        this.looks = looks;
    }

    /** For threads that come within some microseconds of each other, again and again. */
    static Meeting brief() {
        return new Meeting(MOST_LOOKS);
    }

    /** For threads that were started just now. */
    static Meeting patient() {
        return new Meeting(1_000 * MOST_LOOKS);
    }

    /** Waits for the other one, but not for ever. */
    void await() {
        int mine = arrivals.getAndIncrement();
        for (int i = 0; i < looks && arrivals.get() - (mine & ~1) < 2; i++) {
            Thread.onSpinWait();
        }
    }
}
