package bouncer.app.verdict;

import bouncer.checks.finding.CheckOutcome;
import bouncer.checks.finding.CheckResult;
import java.util.List;

/** The rules by which results become points and verdicts. Stateless. */
public final class Judge {
    private Judge() {}

    /**
     * Gives one check its points.
     *
     * <p>All or nothing; an inconclusive timing check costs nothing, because the machine failed and not the student; a
     * check that nothing could judge yet (an unexplored scenario of a class that was started) counts neither way.
     */
    public static CheckReport score(String kind, String title, int points, boolean started, CheckResult result) {
        return switch (result.outcome()) {
            case PASSED -> new CheckReport(kind, title, result, points, points);
            case INCONCLUSIVE -> new CheckReport(kind, title, result, Phase.TIMING.is(kind) ? points : 0, points);
            case SKIPPED -> new CheckReport(kind, title, result, 0, started && Phase.EXPLORE.is(kind) ? 0 : points);
            case FAILED, ERROR -> new CheckReport(kind, title, result, 0, points);
        };
    }

    /**
     * Decides about an exercise: one failure rejects, whatever else happened; then a fault of ours, then what the
     * machine could not show, and only then acceptance, which needs at least one check that passed.
     */
    public static Verdict decide(List<CheckReport> checks, boolean started) {
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
                        check.result().outcome() == CheckOutcome.INCONCLUSIVE && !Phase.TIMING.is(check.kind()));
        if (undecided) {
            return Verdict.INCONCLUSIVE;
        }
        return any(checks, CheckOutcome.PASSED) ? Verdict.ACCEPTED : Verdict.ERROR;
    }

    private static boolean any(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream().anyMatch(check -> check.result().outcome() == outcome);
    }
}
