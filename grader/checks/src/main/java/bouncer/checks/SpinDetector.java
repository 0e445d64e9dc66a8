package bouncer.checks;

import java.util.List;

/**
 * Tells from a series of looks at a thread that should wait whether it sleeps. The thread's own processor time decides:
 * a thread that was only starved has used none. Pure.
 */
enum SpinDetector {
    /** It was asleep at most looks and has used next to nothing. */
    SLEEPS,
    /** It used so much processor time that no short spin before a sleep explains it. */
    BURNS,
    /** Look again. */
    UNDECIDED;

    /** Processor time that decides: far beyond any spin one would call short. */
    static final long BURNT_NANOS = 100_000_000;
    /** How long to look at a thread that sleeps before it is believed. */
    static final long WATCHED_NANOS = 60_000_000;

    /**
     * One look.
     *
     * @param wallNanos when
     * @param cpuNanos the processor time that the thread had used by then
     * @param asleep whether it was blocked, waiting or sleeping
     */
    public record Look(long wallNanos, long cpuNanos, boolean asleep) {}

    /** Judges the looks so far, in order, at least one. */
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
