package bouncer.demo;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Releases two threads as close together as possible, by spinning: latches and barriers release them too far apart. If
 * the meeting fails, as on one core, the threads only become less likely to interfere. Thread-safe.
 */
final class Meeting {
    private static final int MOST_LOOKS = 2_000;
    private final AtomicInteger arrivals = new AtomicInteger();
    private final int looks;

    private Meeting(int looks) {
        this.looks = looks;
    }

    /** Returns a meeting for threads that repeatedly arrive within some microseconds of each other. */
    static Meeting brief() {
        return new Meeting(MOST_LOOKS);
    }

    /** Returns a meeting for threads that have just been started. */
    static Meeting patient() {
        return new Meeting(1_000 * MOST_LOOKS);
    }

    /** Waits for the other thread, for a limited time. */
    void await() {
        int mine = arrivals.getAndIncrement();
        for (int i = 0; i < looks && arrivals.get() - (mine & ~1) < 2; i++) {
            Thread.onSpinWait();
        }
    }
}
