package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;

/** The report as Markdown: a table, then the failures of each exercise. Stateless. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder(table(report));
        report.exercises().forEach(exercise -> text.append(details(exercise)));
        return text.append(origin(report)).toString();
    }

    /** Returns the table of points and verdicts. */
    static String table(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "### Bouncer: %d of %d accepted, %d of %d points%n%n",
                report.count(Verdict.ACCEPTED), report.exercises().size(), report.score(), report.maxScore()));
        text.append("| exercise | verdict | points | cause |\n|---|---|---|---|\n");
        for (ExerciseReport exercise : report.exercises()) {
            String cause = exercise.diagnosis()
                    .map(found -> "**" + Sanitizer.markdown(found.title(), 80) + "**: "
                            + Sanitizer.markdown(found.message(), 160))
                    .orElse("");
            text.append(String.format(
                    "| %s | %s | %d/%d | %s |%n",
                    Sanitizer.markdown(exercise.slug(), 60),
                    words(exercise.verdict()),
                    exercise.score(),
                    exercise.maxScore(),
                    cause));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Returns the failures of one exercise, the root cause first; empty if it is accepted or not started. */
    static String details(ExerciseReport exercise) {
        StringBuilder text = new StringBuilder();
        for (CheckReport check : exercise.rootCauseFirst()) {
            CheckOutcome outcome = check.result().outcome();
            if (outcome == CheckOutcome.FAILED
                    || outcome == CheckOutcome.ERROR
                    || outcome == CheckOutcome.INCONCLUSIVE) {
                text.append("\n**")
                        .append(Sanitizer.markdown(check.title(), 200))
                        .append("** · ")
                        .append(outcome.name().toLowerCase(java.util.Locale.ROOT))
                        .append(" · ")
                        .append(check.score() + "/" + check.maxScore())
                        .append("\n\n")
                        .append(Sanitizer.fenced(FailureText.text(exercise, check)));
            }
        }
        return text.isEmpty() ? "" : "\n#### " + Sanitizer.markdown(exercise.slug(), 60) + "\n" + text;
    }

    /** Returns the line about the environment, which is needed to reproduce the verdicts. */
    static String origin(Report report) {
        return "\n<sub>Bouncer " + Sanitizer.markdown(report.origin().bouncer(), 40) + ", JDK "
                + Sanitizer.markdown(report.origin().jdk(), 60) + ", "
                + report.origin().cpus() + " CPUs, isolation: "
                + Sanitizer.markdown(report.origin().isolation(), 80) + ", sources "
                + Sanitizer.cut(report.sha256(), 13)
                + "</sub>\n";
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
                    case ACCEPTED -> "✅ ";
                    case REJECTED -> "❌ ";
                    case NOT_STARTED -> "▫️ ";
                    case INCONCLUSIVE -> "❔ ";
                    case ERROR -> "⚠️ ";
                }
                + verdict.text();
    }
}
