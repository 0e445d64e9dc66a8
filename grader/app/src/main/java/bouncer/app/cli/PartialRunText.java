package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.report.Sanitizer;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.util.ArrayList;
import java.util.List;

/** What is said of a run that asked for some checks of an exercise only: never a verdict. Stateless. */
final class PartialRunText {
    private static final int WIDTH = 160;

    private PartialRunText() {}

    /**
     * Writes a few lines.
     *
     * @param reports the report of each check that was judged, and of the sources and the rules
     * @param all how many checks the exercise has
     * @param again the command that judges all of them
     */
    static String write(Exercise exercise, List<CheckReport> reports, int all, String again) {
        List<String> lines = new ArrayList<>();
        List<CheckReport> judged = reports.stream()
                .filter(check -> check.phase() != Phase.COMPILE && check.phase() != Phase.RULE)
                .toList();
        long failed = count(judged, CheckOutcome.FAILED);
        long passed = count(judged, CheckOutcome.PASSED);
        lines.add(String.format(
                "Bouncer: %s partial: %d of %d checks, %d passed, %d failed; no verdict",
                exercise.slug(), judged.size(), all, passed, failed));
        for (CheckReport check : reports) {
            if (check.result().outcome() != CheckOutcome.PASSED) {
                lines.add("  " + Sanitizer.line(check.title(), WIDTH) + ": "
                        + check.result().outcome().name().toLowerCase(java.util.Locale.ROOT));
                check.result().findings().stream().limit(1).forEach(finding -> lines.add("      " + sentence(finding)));
                if (!check.result().note().isEmpty()) {
                    lines.add("      " + Sanitizer.line(check.result().note(), WIDTH));
                }
            }
        }
        lines.add(String.format("Next: judge all %d checks of %d points", all, exercise.points()));
        lines.add("  " + again);
        return "\n" + String.join("\n", lines) + "\n";
    }

    private static String sentence(Finding finding) {
        return Sanitizer.line(finding.message(), WIDTH)
                + (finding.location() == null
                        ? ""
                        : " (" + Sanitizer.line(finding.location().toString(), WIDTH) + ")");
    }

    private static long count(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream()
                .filter(check -> check.result().outcome() == outcome)
                .count();
    }
}
