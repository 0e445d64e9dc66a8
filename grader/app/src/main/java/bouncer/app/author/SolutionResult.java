package bouncer.app.author;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What became of one solution. Immutable.
 *
 * @param solution which
 * @param verdict its verdict; that of a mistake perhaps before every check was judged
 * @param caughtBy the check that found the mistake for the reason that was named
 * @param reports every check that was judged
 * @param problem what is not as it should be, in one line; empty when all is well
 * @param millis how long it took
 */
public record SolutionResult(
        Solution solution,
        Verdict verdict,
        Optional<CheckReport> caughtBy,
        List<CheckReport> reports,
        String problem,
        long millis) {
    public SolutionResult {
        reports = List.copyOf(reports);
    }

    /** Whether the solution was judged as it must be. */
    public boolean isAsExpected() {
        return problem.isEmpty();
    }
}
