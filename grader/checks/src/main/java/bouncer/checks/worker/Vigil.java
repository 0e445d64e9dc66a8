package bouncer.checks.worker;

import org.jspecify.annotations.Nullable;

/**
 * Decides from one look after the other whether a check still gets anywhere. A slow machine never makes it say that a
 * check hangs: what counts is a standstill that the operating system confirms, processor time that was really used, or
 * waiting while there was time for whoever is waited for. Knows nothing of clocks and threads; used by one thread.
 */
final class Vigil {
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
     * @param picture who waits where, or null if somebody can go on by himself
     * @param idle whether the operating system has nothing to run either; UNKNOWN also when it was not asked this time
     */
    record Look(
            long nanos,
            long cpuNanos,
            long progress,
            @Nullable String picture,
            OsThreads.Idle idle) {}

    private static final int CALM_LOOKS = 10;
    private static final int CALM_LOOKS_UNCONFIRMED = 100;
    /** A look that comes later than this was starved itself, and the time before it says nothing. */
    private static final long LONGEST_STEP = 100_000_000;

    private final long limitNanos;
    private @Nullable Look last;
    private long cpuBefore;
    private long counted;
    private int asked;
    private int idleLooks;
    private int calm;

    /** Takes the processor time that a check may use without getting anywhere, in nanoseconds. */
    Vigil(long limitNanos) {
        this.limitNanos = limitNanos;
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
            return Says.GO_ON;
        }
        counted += Math.min(look.nanos() - before.nanos(), LONGEST_STEP);
        asked += look.idle() == OsThreads.Idle.UNKNOWN ? 0 : 1;
        idleLooks += look.idle() == OsThreads.Idle.YES ? 1 : 0;
        boolean same = look.picture() != null && look.picture().equals(before.picture());
        calm = !same ? 0 : look.idle() == OsThreads.Idle.NO ? calm : calm + 1;
        return judge(look);
    }

    private Says judge(Look look) {
        if (calm >= (look.idle() == OsThreads.Idle.YES ? CALM_LOOKS : CALM_LOOKS_UNCONFIRMED)) {
            return Says.STANDSTILL;
        }
        if (look.cpuNanos() - cpuBefore >= limitNanos) {
            return Says.RUNS_ON;
        }
        long cpu = look.cpuNanos() - cpuBefore;
        boolean waits = asked > 0 ? 10L * idleLooks > 9L * asked : 10 * cpu < counted;
        if (counted >= limitNanos && waits) {
            return Says.WAITS_ON;
        }
        return counted >= 6 * limitNanos ? Says.STARVED : Says.GO_ON;
    }
}
