package bouncer.worker;

import org.jspecify.annotations.Nullable;

/**
 * Decides from one look after the other whether a check still gets anywhere. A slow machine never makes it say that a
 * check hangs: what counts is a standstill that the operating system confirms, processor time that was really used, or
 * waiting while there was time for whoever is waited for. Knows nothing of clocks and threads; used by one thread.
 */
final class HangDetector {
    /** What the looks so far say. */
    enum Says {
        GO_ON,
        /** Everybody waits without limit, and nobody is left to wake anybody. */
        STANDSTILL,
        /** It used its processor time and got nowhere. */
        RUNS_ON,
        /** It waits with time limits again and again, or for another process, and gets nowhere. */
        WAITS_ON,
        /** It got too little of the machine to tell. */
        STARVED
    }

    /**
     * One look.
     *
     * @param nanos when
     * @param cpuNanos the processor time that the process has used
     * @param progress changes whenever the check gets on
     * @param picture who waits where, or null if somebody runs
     * @param timed whether some of the waits in the picture have a time limit
     * @param idle whether the operating system has nothing to run either; UNKNOWN also when it was not asked this time
     */
    record Look(
            long nanos,
            long cpuNanos,
            long progress,
            @Nullable String picture,
            boolean timed,
            OsThreads.Idle idle) {}

    private static final int CALM_LOOKS = 10;
    private static final int CALM_LOOKS_UNCONFIRMED = 100;
    /** Looks, of those that ask the system, at one picture of waits with time limits: two seconds and more. */
    private static final int WAITING_LOOKS = 20;
    /** A look that comes later than this was starved itself, and the time before it says nothing. */
    private static final long LONGEST_STEP = 100_000_000;

    private final long limitNanos;
    private final long runNanos;
    private @Nullable Look last;
    private long cpuBefore;
    private long counted;
    private int asked;
    private int idleLooks;
    private int calm;
    private @Nullable String waitedAt;
    private int waited;

    /**
     * Makes one for one check.
     *
     * @param limitNanos how long the check may wait without getting anywhere, in nanoseconds of wall-clock time
     * @param runNanos how much processor time it may use without getting anywhere, in nanoseconds
     */
    HangDetector(long limitNanos, long runNanos) {
        this.limitNanos = limitNanos;
        this.runNanos = runNanos;
    }

    Says add(Look look) {
        Look before = last;
        last = look;
        if (before == null || before.progress() != look.progress()) {
            cpuBefore = look.cpuNanos();
            counted = 0;
            asked = 0;
            idleLooks = 0;
            calm = 0;
            waited = 0;
            return Says.GO_ON;
        }
        counted += Math.min(look.nanos() - before.nanos(), LONGEST_STEP);
        asked += look.idle() == OsThreads.Idle.UNKNOWN ? 0 : 1;
        idleLooks += look.idle() == OsThreads.Idle.YES ? 1 : 0;
        boolean same = look.picture() != null && !look.timed() && look.picture().equals(before.picture());
        calm = !same ? 0 : look.idle() == OsThreads.Idle.NO ? calm : calm + 1;
        wait(look);
        return judge(look);
    }

    /** Who polls runs now and then and comes back to where he waited: only a different wait is a change. */
    private void wait(Look look) {
        if (look.picture() != null && !look.picture().equals(waitedAt)) {
            waitedAt = look.picture();
            waited = 0;
        } else if (look.picture() != null && look.timed() && look.idle() == OsThreads.Idle.YES) {
            waited++;
        }
    }

    private Says judge(Look look) {
        if (calm >= (look.idle() == OsThreads.Idle.YES ? CALM_LOOKS : CALM_LOOKS_UNCONFIRMED)) {
            return Says.STANDSTILL;
        }
        if (look.cpuNanos() - cpuBefore >= runNanos) {
            return Says.RUNS_ON;
        }
        long cpu = look.cpuNanos() - cpuBefore;
        boolean waits = asked > 0 ? 10L * idleLooks > 9L * asked : 10 * cpu < counted;
        if (counted >= limitNanos && waits) {
            return Says.WAITS_ON;
        }
        if (waited >= WAITING_LOOKS && counted >= limitNanos / 4) {
            return Says.WAITS_ON;
        }
        return counted >= 6 * limitNanos ? Says.STARVED : Says.GO_ON;
    }
}
