package bouncer.checks.result;

import java.util.List;

/**
 * What became of one check.
 *
 * @param id {@code package.ClassChecks#method}, with {@code [virtual]} behind it for the variant on virtual threads
 * @param outcome how it ended
 * @param findings what is wrong; empty unless FAILED
 * @param note why it was SKIPPED, INCONCLUSIVE or ERROR; empty otherwise
 * @param coverage how much was done
 * @param millis wall-clock time
 * @param output the first kilobytes of what the submission printed meanwhile: to be shown as text, never believed
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

    /** A result of something that printed nothing. */
    public CheckResult(
            String id, CheckOutcome outcome, List<Finding> findings, String note, CheckCoverage coverage, long millis) {
        this(id, outcome, findings, note, coverage, millis, "");
    }
}
