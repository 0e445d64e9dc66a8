package bouncer.app.report;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import java.nio.charset.StandardCharsets;

/** GitHub's step summary: the Markdown report, kept below the 1 MiB that a step may write. Stateless. */
final class GithubSummary {
    private static final int MOST_BYTES = 1_000_000;

    private GithubSummary() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder(MarkdownReport.table(report));
        String end = MarkdownReport.origin(report);
        int left = MOST_BYTES - bytes(text.toString()) - bytes(end) - 200;
        for (ExerciseReport exercise : report.exercises()) {
            String details = MarkdownReport.details(exercise);
            left -= bytes(details);
            if (left < 0) {
                text.append("\nThe summary ends here because of GitHub's limit; the JSON report has all findings.\n");
                break;
            }
            text.append(details);
        }
        return text.append(end).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
