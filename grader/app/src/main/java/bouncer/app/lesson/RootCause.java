package bouncer.app.lesson;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * The one thing to mend first. Checks are judged from the simplest to the hardest, so the first that failed is the one
 * that the others may follow from.
 *
 * @param check the check that failed first
 * @param finding what is wrong
 * @param alsoFailed how many checks after it failed too
 */
public record RootCause(CheckReport check, Finding finding, int alsoFailed) {

    /** Finds the root cause; empty when nothing failed. */
    public static Optional<RootCause> of(ExerciseReport report) {
        List<CheckReport> failed = report.checks().stream()
                .filter(check -> check.result().outcome() == Outcome.FAILED
                        && !check.result().findings().isEmpty())
                .toList();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new RootCause(
                        failed.get(0), failed.get(0).result().findings().get(0), failed.size() - 1));
    }
}
