package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * GitHub workflow commands that show findings beside the code. A step shows at most ten errors and ten warnings, so the
 * root cause of each exercise comes first, then one more finding of each. Stateless.
 */
final class GithubAnnotations {
    private static final int MOST = 10;
    private static final int MESSAGE = 1000;

    private GithubAnnotations() {}

    static String write(Report report) {
        List<Entry> errors = new ArrayList<>();
        List<Entry> warnings = new ArrayList<>();
        for (ExerciseReport exercise : report.exercises()) {
            int rank = 0;
            for (CheckReport check : exercise.checks()) {
                CheckOutcome outcome = check.result().outcome();
                for (Finding finding : check.result().findings()) {
                    boolean root = exercise.isRootCause(check, finding);
                    errors.add(new Entry(root ? 0 : ++rank, error(exercise, check, finding)));
                }
                if (outcome == CheckOutcome.ERROR || outcome == CheckOutcome.INCONCLUSIVE) {
                    warnings.add(new Entry(outcome == CheckOutcome.ERROR ? 0 : 1, warning(exercise, check)));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        mostImportant(errors).forEach(text::append);
        mostImportant(warnings).forEach(text::append);
        int omitted = Math.max(0, errors.size() - MOST);
        String points = report.score() + " of " + report.maxScore() + " points";
        return text.append("::notice title=Bouncer::" + points)
                .append(omitted == 0 ? "" : ", " + omitted + " more findings in the summary")
                .append('\n')
                .toString();
    }

    private static List<String> mostImportant(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt(Entry::rank))
                .limit(MOST)
                .map(Entry::line)
                .toList();
    }

    private static String error(ExerciseReport exercise, CheckReport check, Finding finding) {
        Optional<Diagnosis> root = exercise.diagnosis().filter(found -> exercise.isRootCause(check, finding));
        Location at = root.map(Diagnosis::location).orElse(finding.location());
        String title = exercise.slug() + ": "
                + root.map(FailureText::heading).orElse("[" + finding.fault().id() + "]");
        String place = at == null
                ? ""
                : "file=" + property(exercise.pathOf(at)) + (at.line() > 0 ? ",line=" + at.line() : "") + ",";
        String text = Sanitizer.line(check.title(), 200) + "\n" + FailureText.text(exercise, check, finding);
        return "::error " + place + "title=" + property(title) + "::" + data(text);
    }

    private static String warning(ExerciseReport exercise, CheckReport check) {
        String title =
                exercise.slug() + (check.result().outcome() == CheckOutcome.ERROR ? ": error" : ": inconclusive");
        return "::warning title=" + property(title) + "::"
                + data(Sanitizer.line(check.title(), 200) + ": " + FailureText.text(exercise, check));
    }

    private static String data(String text) {
        return Sanitizer.cut(Sanitizer.clean(text), MESSAGE)
                        .replace("%", "%25")
                        .replace("\r", "%0D")
                        .replace("\n", "%0A")
                + "\n";
    }

    private static String property(String text) {
        return Sanitizer.line(text, 200).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    }

    private record Entry(int rank, String line) {}
}
