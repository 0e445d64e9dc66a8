package bouncer.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Checks that timed calls return when their timeout has passed. Too early is decided by the clock alone, too late only
 * in comparison with a reference that waits at about the same time. Stateless.
 */
public final class Timeouts {
    /** The tolerance for early returns, in nanoseconds: the difference between different clocks over a short time. */
    static final double EARLY_NANOS = 3_000_000;
    /** A return that is late by up to this many nanoseconds is accepted. */
    static final double LATE_NANOS = 50_000_000;

    private static final int PAIRS = 3;
    /**
     * Measurements before a rejection. If nine calls of the reference and nine of the submission are late by chance, all
     * of one kind are later than all of the other in one of 48,620 cases.
     */
    private static final int MEASUREMENTS = 3;

    /** A timed call that waits for something that does not happen. */
    @FunctionalInterface
    public interface TimedCall {
        /** Waits until this timeout has passed. */
        void run(long time, TimeUnit unit) throws Exception;
    }

    private Timeouts() {}

    /**
     * Measures calls with this timeout.
     *
     * @param submission the submission's call
     * @param reference a call of {@code java.util.concurrent} that waits in the same way
     * @throws AssertionError as {@link Fault#BAD_TIMEOUT} if a call returns early, or if all calls of three
     *     measurements return late
     * @throws Inconclusive if calls return late on a machine on which the reference does so too
     */
    public static void judge(long time, TimeUnit unit, TimedCall submission, TimedCall reference) throws Exception {
        String call = "a timeout of " + time + " " + unit.toString().toLowerCase(Locale.ROOT);
        Pairs all = measure(time, unit, submission, reference, call);
        for (int more = 1; more < MEASUREMENTS && late(all) != Judgement.FINE; more++) {
            all = all.and(measure(time, unit, submission, reference, call));
        }
        Judgement judgement = late(all);
        CheckRuntime.get().timed(all.ratio(), floor(all), all.submission().size(), all.submission(), all.reference());
        if (judgement == Judgement.WORSE) {
            throw CheckRuntime.get()
                    .tooSlow(
                            Fault.BAD_TIMEOUT,
                            "After " + call + " it returned " + Math.round(best(all) / 1e6)
                                    + " ms later at best, java.util.concurrent beside it at most "
                                    + Math.round(worst(all) / 1e6) + " ms later",
                            all.ratio(),
                            floor(all),
                            all.submission().size());
        }
        if (judgement != Judgement.FINE) {
            throw new Inconclusive("This machine is too busy now to tell whether " + call + " is kept");
        }
    }

    private static Pairs measure(long time, TimeUnit unit, TimedCall submission, TimedCall reference, String call)
            throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            double lateness = lateness(time, unit, submission);
            Expect.that(
                    lateness >= -EARLY_NANOS,
                    Fault.BAD_TIMEOUT,
                    "After %s it returned %.1f ms too early",
                    call,
                    -lateness / 1e6);
            mine.add(Math.max(1, lateness));
            theirs.add(Math.max(1, lateness(time, unit, reference)));
        }
        return new Pairs(mine, theirs);
    }

    private static double lateness(long time, TimeUnit unit, TimedCall call) throws Exception {
        long start = System.nanoTime();
        call.run(time, unit);
        CheckRuntime.get().progress();
        return (double) (System.nanoTime() - start) - unit.toNanos(time);
    }

    /**
     * Returns the judgement of these delays: WORSE if each call of the submission is later than {@link #LATE_NANOS} and
     * more than twice as late as each call of the reference. A pure function.
     */
    static Judgement late(Pairs lateness) {
        if (best(lateness) <= LATE_NANOS) {
            return Judgement.FINE;
        }
        return best(lateness) > 2 * worst(lateness) ? Judgement.WORSE : Judgement.UNCLEAR;
    }

    private static double best(Pairs lateness) {
        return lateness.submission().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    private static double worst(Pairs lateness) {
        return lateness.reference().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private static double floor(Pairs lateness) {
        return Math.max(LATE_NANOS, 2 * worst(lateness)) / Math.max(1, worst(lateness));
    }
}
