package bouncer.app.verdict;

import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Computes points and verdicts from the results of checks. Stateless. */
public final class Judge {
    private Judge() {}

    /**
     * Gives one check its points: all or nothing. An inconclusive timing check costs nothing, because the cause is
     * the machine and not the student.
     *
     * @param points the check's points, 0 or more
     */
    public static CheckReport score(Phase phase, String title, int points, CheckResult result) {
        boolean earned = result.outcome() == CheckOutcome.PASSED
                || (result.outcome() == CheckOutcome.INCONCLUSIVE && phase == Phase.TIMING);
        return new CheckReport(phase, title, result, earned ? points : 0, points);
    }

    /**
     * Makes the report of one exercise: computes its verdict and adjusts the points of its checks.
     *
     * @param sourceRoot as in {@link ExerciseReport}
     * @param started false while the class is the untouched stub
     * @param checks as {@link #score} made them, in the order they were judged
     */
    public static ExerciseReport report(
            String slug, String title, String sourceRoot, boolean started, List<CheckReport> checks) {
        return new ExerciseReport(slug, title, sourceRoot, decide(checks, started), weigh(checks));
    }

    /**
     * Makes a report of some checks of an exercise; its verdict is never accepted.
     *
     * @param checks those that were judged, in the order they were judged
     */
    public static ExerciseReport partial(
            String slug, String title, String sourceRoot, boolean started, List<CheckReport> checks) {
        Verdict soFar = decide(checks, started);
        Verdict verdict = soFar == Verdict.ACCEPTED ? Verdict.INCONCLUSIVE : soFar;
        return new ExerciseReport(slug, title, sourceRoot, verdict, weigh(checks));
    }

    /**
     * Adjusts the points of an exercise's checks so that a failed check costs at least one point: a rejected exercise
     * never has all of its points. A failed check worth no points takes over one point from the check with the most
     * points, the first of them if several have as many. The exercise's maximum does not change.
     *
     * @param checks as {@link #score} made them
     * @return the same checks in the same order
     */
    static List<CheckReport> weigh(List<CheckReport> checks) {
        List<CheckReport> weighed = new ArrayList<>(checks);
        for (int i = 0; i < weighed.size(); i++) {
            CheckReport failed = weighed.get(i);
            Optional<CheckReport> donor =
                    isFailed(failed) && failed.maxScore() == 0 ? richest(weighed) : Optional.empty();
            if (donor.isPresent()) {
                weighed.set(weighed.indexOf(donor.get()), worthOneLess(donor.get()));
                weighed.set(i, new CheckReport(failed.phase(), failed.title(), failed.result(), 0, 1));
            }
        }
        return List.copyOf(weighed);
    }

    /**
     * Returns the check that a point is taken from: one that earned points if there is one, else one that could have.
     */
    private static Optional<CheckReport> richest(List<CheckReport> checks) {
        return checks.stream()
                .filter(check -> !isFailed(check) && check.maxScore() > 0)
                .min(Comparator.comparing(CheckReport::score)
                        .thenComparing(CheckReport::maxScore)
                        .reversed());
    }

    private static CheckReport worthOneLess(CheckReport check) {
        return new CheckReport(
                check.phase(), check.title(), check.result(), Math.max(0, check.score() - 1), check.maxScore() - 1);
    }

    private static boolean isFailed(CheckReport check) {
        return check.result().outcome() == CheckOutcome.FAILED;
    }

    /**
     * Decides the verdict on an exercise. The first of these that applies counts: rejected if a check failed, error if
     * the harness failed in a check, not started, inconclusive if a check other than a timing check was, accepted if at
     * least one check passed, else error.
     */
    static Verdict decide(List<CheckReport> checks, boolean started) {
        if (any(checks, CheckOutcome.FAILED)) {
            return Verdict.REJECTED;
        }
        if (any(checks, CheckOutcome.ERROR)) {
            return Verdict.ERROR;
        }
        if (!started) {
            return Verdict.NOT_STARTED;
        }
        boolean undecided = checks.stream()
                .anyMatch(check ->
                        check.result().outcome() == CheckOutcome.INCONCLUSIVE && check.phase() != Phase.TIMING);
        if (undecided) {
            return Verdict.INCONCLUSIVE;
        }
        return any(checks, CheckOutcome.PASSED) ? Verdict.ACCEPTED : Verdict.ERROR;
    }

    private static boolean any(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream().anyMatch(check -> check.result().outcome() == outcome);
    }
}
