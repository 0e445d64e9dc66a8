package bouncer.checks.result;

import java.util.List;

/**
 * The result of one check. Immutable.
 *
 * @param id {@code package.ClassChecks#method}, with {@code [virtual]} behind it for the variant on virtual threads
 * @param outcome passed, failed, skipped, inconclusive or error
 * @param findings what is wrong with the submission; empty unless FAILED
 * @param note the reason of SKIPPED, INCONCLUSIVE or ERROR; empty otherwise
 * @param coverage how much the check has examined
 * @param millis how long the check took, in milliseconds of wall-clock time
 * @param output the first kilobytes that the submission printed during the check, untrusted text for display only
 */
public record CheckResult(
        String id,
        CheckOutcome outcome,
        List<Finding> findings,
        String note,
        CheckCoverage coverage,
        long millis,
        String output) {
    public CheckResult {
        findings = List.copyOf(findings);
    }

    /** Creates the result of a check during which nothing was printed. */
    public CheckResult(
            String id, CheckOutcome outcome, List<Finding> findings, String note, CheckCoverage coverage, long millis) {
        this(id, outcome, findings, note, coverage, millis, "");
    }
}
