package bouncer.worker;

import org.jspecify.annotations.Nullable;

/**
 * Decides from successive samples of a check whether it still makes progress. A slow machine is never mistaken for a
 * hang: evidence is a standstill that the operating system confirms, processor time that was used, or waiting while the
 * machine had time for other threads. Reads no clocks and no threads itself; used by one thread.
 */
final class HangDetector {
    /** The conclusion from the samples so far. */
    enum Says {
        GO_ON,
        /** All threads wait without time limit, and no thread is left that could wake one. */
        STANDSTILL,
        /** The check has used its processor time without progress. */
        RUNS_ON,
        /** The check waits with time limits again and again, or for another process, without progress. */
        WAITS_ON,
        /** The check got too little processor time for a decision. */
        STARVED
    }

    /**
     * One sample.
     *
     * @param nanos the time of the sample, in nanoseconds
     * @param cpuNanos the processor time that the process has used
     * @param progress a number that changes whenever the check makes progress
     * @param picture which thread waits where, as text that is equal for equal states; null if a thread runs
     * @param timed true if some of the waits in the picture have a time limit
     * @param idle whether the operating system has no thread to run either; UNKNOWN also if it was not asked
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
    /**
     * Samples of one picture of timed waits that make a hang, counting those that ask the system: two seconds or more.
     */
    private static final int WAITING_LOOKS = 20;
    /** The most nanoseconds between two samples that count: after a longer time this detector was starved itself. */
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
     * Creates a detector for one check.
     *
     * @param limitNanos how long the check may wait without progress, in nanoseconds of wall-clock time
     * @param runNanos how much processor time the check may use without progress, in nanoseconds
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

    /** A thread that polls runs now and then and returns to the same wait; only a different wait counts as a change. */
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
