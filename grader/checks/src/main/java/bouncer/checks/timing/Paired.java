package bouncer.checks.timing;

import bouncer.checks.api.CheckContext;
import bouncer.checks.api.CheckFailure;
import bouncer.checks.api.Inconclusive;
import bouncer.checks.finding.CheckCoverage;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a submission with a reference that is measured in the same breath. Rejects only when the median ratio is
 * beyond the floor, the submission's best is worse than the reference's worst, and a second round says the same.
 * Immutable; used by the check's thread.
 *
 * <pre>{@code
 * Paired.of(Measurement.timeOf(() -> work(mine)), Measurement.timeOf(() -> work(reference)))
 *     .floor(20).judge(Fault.TOO_SLOW, "10,000 uncontended lock and unlock");
 * }</pre>
 */
public final class Paired {
    private static final int PAIRS = 6;
    private static final int WARM_UP = 2;
    private final Measurement submission;
    private final Measurement reference;
    private final double floor;
    private final int pairs;

    private Paired(Measurement submission, Measurement reference, double floor, int pairs) {
        this.submission = submission;
        this.reference = reference;
        this.floor = floor;
        this.pairs = pairs;
    }

    /** Pairs the two, with a floor of 10 and six pairs in a round. */
    public static Paired of(Measurement submission, Measurement reference) {
        return new Paired(submission, reference, 10, PAIRS);
    }

    /** The same with another floor: the ratio up to which nothing is said. */
    public Paired floor(double ratio) {
        return new Paired(submission, reference, ratio, pairs);
    }

    /** The same with another number of pairs in a round. */
    public Paired pairs(int count) {
        return new Paired(submission, reference, floor, count);
    }

    /**
     * Measures and judges.
     *
     * @param what what is compared, in words that begin a sentence, such as {@code 10,000 calls of lock and unlock}
     * @throws CheckFailure with {@link Finding.TooSlow} if the submission is beyond the floor beyond doubt
     * @throws Inconclusive if it looks so but the machine is too noisy to say
     */
    public void judge(Fault fault, String what) throws Exception {
        run(WARM_UP);
        Pairs first = run(pairs);
        Judgement judgement = Judgement.of(first, floor);
        if (judgement == Judgement.FINE) {
            record(first);
            return;
        }
        Pairs second = run(pairs);
        record(second);
        Judgement confirmed = Judgement.of(second, floor);
        if (judgement == Judgement.WORSE && confirmed == Judgement.WORSE) {
            double ratio = Math.min(first.ratio(), second.ratio());
            throw new CheckFailure(new Finding.TooSlow(
                    fault,
                    String.format(
                            Locale.ROOT,
                            "%s: %.1f times the cost of the reference, measured side by side; up to %.1f is fine",
                            what,
                            ratio,
                            floor),
                    ratio,
                    floor,
                    2 * pairs));
        }
        if (confirmed != Judgement.FINE) {
            throw new Inconclusive("This machine is too noisy now to compare: " + what);
        }
    }

    /** Measures in ABBA order, so that a machine that gets slower or faster favours neither. */
    Pairs run(int count) throws Exception {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                mine.add(submission.cost());
                theirs.add(reference.cost());
            } else {
                theirs.add(reference.cost());
                mine.add(submission.cost());
            }
            CheckContext.progress();
        }
        return new Pairs(mine, theirs);
    }

    private void record(Pairs measured) {
        CheckContext.record(new CheckCoverage.Timed(
                measured.ratio(), floor, measured.submission().size(), measured.submission(), measured.reference()));
    }
}
