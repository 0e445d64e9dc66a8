package bouncer.app.diagnosis;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one thing to mend first: of the checks that failed the first of the simplest kind. The others may follow from it;
 * and what one schedule shows is easier to understand than what happened once on the real machine.
 *
 * @param check the check that failed first
 * @param finding what is wrong
 * @param alsoFailed how many checks after it failed too
 */
public record RootCause(CheckReport check, Finding finding, int alsoFailed) {
    /** Finds the root cause; empty when nothing failed. */
    public static Optional<RootCause> of(ExerciseReport report) {
        List<CheckReport> failed = report.checks().stream()
                .filter(check -> check.result().outcome() == CheckOutcome.FAILED
                        && !check.result().findings().isEmpty())
                // Whatever else there is, such as the compiler and the rules, comes first.
                .sorted(Comparator.comparing(CheckReport::phase))
                .toList();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new RootCause(
                        failed.get(0), failed.get(0).result().findings().get(0), failed.size() - 1));
    }
}
