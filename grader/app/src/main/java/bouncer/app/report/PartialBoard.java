package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Phase;
import java.util.ArrayList;
import java.util.List;

/** The summary of a run of some of an exercise's checks: their results without a verdict. Stateless. */
public final class PartialBoard {
    private PartialBoard() {}

    /**
     * Writes the board of one exercise.
     *
     * @param report of the checks that were judged
     * @param all the number of checks of the exercise
     * @param points the maximum points of the exercise
     * @param again the command that judges all of them
     */
    public static String write(ExerciseReport report, int all, int points, String again) {
        List<CheckReport> judged = report.checks().stream()
                .filter(check -> check.phase() != Phase.COMPILE && check.phase() != Phase.RULE)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                "Bouncer: %s partial: %d of %d checks, %d passed, %d failed; no verdict",
                report.slug(),
                judged.size(),
                all,
                count(judged, CheckOutcome.PASSED),
                count(judged, CheckOutcome.FAILED)));
        Board.reason(report, true).forEach(line -> lines.add((Board.INDENT + line).stripTrailing()));
        lines.add("");
        lines.add(String.format("Next: run all %d checks, which decide about %d points", all, points));
        lines.add("  " + again);
        return Sanitizer.wellFormed(String.join("\n", lines) + "\n");
    }

    private static long count(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream()
                .filter(check -> check.result().outcome() == outcome)
                .count();
    }
}
