package bouncer.app.author;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What became of one solution. Immutable.
 *
 * @param solution which
 * @param state whether it is what it should be
 * @param verdict what was said of it; of a mistake perhaps before every check was asked
 * @param caughtBy the check that found the mistake for the reason that was named
 * @param reports every check that was asked
 * @param problem what is not as it should be, in one line; empty when all is well
 * @param millis how long it took
 */
public record SolutionResult(
        Solution solution,
        State state,
        Verdict verdict,
        Optional<CheckReport> caughtBy,
        List<CheckReport> reports,
        String problem,
        long millis) {
    public SolutionResult {
        reports = List.copyOf(reports);
    }

    /** Whether a solution was judged as it must be. */
    public enum State {
        AS_EXPECTED,
        /** Only exploration can find this mistake, and no scenario of the room could be explored. */
        WAITS_FOR_EXPLORATION,
        WRONG
    }
}
