package bouncer.app.board;

import bouncer.app.verdict.Verdict;
import bouncer.checks.finding.Outcome;

/** What verdicts and outcomes are called before learners. Stateless. */
public final class Words {
    private Words() {}

    /** A verdict in at most twelve letters. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "turned away";
            case NOT_STARTED -> "not started";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "our fault";
        };
    }

    /** An outcome in at most twelve letters. */
    public static String of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case SKIPPED -> "not run";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "our fault";
        };
    }
}
