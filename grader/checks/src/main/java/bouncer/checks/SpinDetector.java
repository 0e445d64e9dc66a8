package bouncer.checks;

import java.util.List;

/**
 * Decides whether a thread that should wait sleeps or spins, from samples of its state and its processor time. A thread
 * that is only starved uses no processor time, so it does not count as spinning. Pure functions.
 */
enum SpinDetector {
    /** The thread was asleep in most samples and has used little processor time. */
    SLEEPS,
    /** The thread has used more processor time than a short spin before a sleep. */
    BURNS,
    /** More samples are needed. */
    UNDECIDED;

    /** The processor time of a thread that spins, in nanoseconds: far more than a short spin before a sleep takes. */
    static final long BURNT_NANOS = 100_000_000;
    /** The time for which a thread is sampled before it counts as sleeping, in nanoseconds. */
    static final long WATCHED_NANOS = 60_000_000;

    /**
     * One sample of the thread.
     *
     * @param wallNanos the time of the sample, in nanoseconds
     * @param cpuNanos the processor time of the thread until then, in nanoseconds
     * @param asleep true if the thread was blocked, waiting or sleeping
     */
    public record Look(long wallNanos, long cpuNanos, boolean asleep) {}

    /** Returns the judgement of these samples, at least one, in the order of their times. */
    public static SpinDetector of(List<Look> looks) {
        Look first = looks.get(0);
        Look last = looks.get(looks.size() - 1);
        if (last.cpuNanos() - first.cpuNanos() >= BURNT_NANOS) {
            return BURNS;
        }
        long asleep = looks.stream().filter(Look::asleep).count();
        boolean longEnough = last.wallNanos() - first.wallNanos() >= WATCHED_NANOS;
        return longEnough && 2 * asleep > looks.size() ? SLEEPS : UNDECIDED;
    }
}
