package bouncer.checks.finding;

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
 */
public record CheckResult(
        String id, Outcome outcome, List<Finding> findings, String note, Coverage coverage, long millis) {
    public CheckResult {
        findings = List.copyOf(findings);
    }
}
