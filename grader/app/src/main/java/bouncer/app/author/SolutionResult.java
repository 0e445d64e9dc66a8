package bouncer.app.author;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The result of grading one solution. Immutable.
 *
 * @param solution the solution
 * @param verdict its verdict; for a mistake possibly before every check was judged
 * @param caughtBy the check that found the mistake for an expected reason; empty if none did
 * @param reports all checks that were judged
 * @param problem the difference from the expected result, in one line; empty if there is none
 * @param millis the duration in milliseconds
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

    /** Returns true if the result is the expected one. */
    public boolean isAsExpected() {
        return problem.isEmpty();
    }
}
