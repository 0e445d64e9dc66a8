package bouncer.app.board;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;

/** The text after a run of one exercise: a headline, the root cause and the next step. Stateless. */
public final class RunText {
    private RunText() {}

    /**
     * Writes the text for {@code check}.
     *
     * @param bouncer the command as the learner typed it
     */
    public static String write(ExerciseReport report, String bouncer, AnsiStyle paint) {
        return result(report, bouncer, paint) + next(report, bouncer, paint);
    }

    /** Writes the text for {@code watch}, where the next step is to save or to press a key. */
    public static String watched(ExerciseReport report, String bouncer, AnsiStyle paint) {
        return result(report, bouncer, paint) + nextSave(report, bouncer);
    }

    private static String result(ExerciseReport report, String bouncer, AnsiStyle paint) {
        StringBuilder text = new StringBuilder(headline(report, paint));
        report.diagnosis()
                .ifPresent(found ->
                        text.append(System.lineSeparator()).append(DiagnosisText.write(found, bouncer, paint)));
        if (report.verdict() == Verdict.ERROR || report.verdict() == Verdict.INCONCLUSIVE) {
            text.append(undecided(report));
        }
        return text.toString();
    }

    /** Writes the first failure of a run that has not ended, so that its points are not known yet. */
    public static String first(ExerciseReport report, Diagnosis diagnosis, String bouncer, AnsiStyle paint) {
        return String.format("%s%n%n", verdict(report, paint))
                + DiagnosisText.write(diagnosis, bouncer, paint)
                + nextSave(report, bouncer);
    }

    /** Writes one line about the end of a run whose first failure {@link #first} has written. */
    public static String rest(ExerciseReport report) {
        long failed = report.checks().stream()
                .filter(check -> check.result().outcome() == CheckOutcome.FAILED)
                .count();
        return String.format(
                "%d of %d points%s",
                report.score(),
                report.maxScore(),
                failed > 1 ? "; " + Labels.count(failed - 1, "other check") + " failed too" : "");
    }

    /** Lists every check with its outcome and coverage. */
    public static String checks(ExerciseReport report, AnsiStyle paint) {
        StringBuilder text = new StringBuilder();
        for (CheckReport check : report.checks()) {
            CheckOutcome outcome = check.result().outcome();
            String words = String.format("%-12s", Labels.of(outcome));
            text.append(String.format(
                    "  %s %2d/%-2d  %-8s %s%s%n",
                    outcome == CheckOutcome.PASSED
                            ? paint.good(words)
                            : outcome == CheckOutcome.FAILED ? paint.bad(words) : words,
                    check.score(),
                    check.maxScore(),
                    check.phase().id(),
                    check.title(),
                    paint.faint(coverage(check.result().coverage(), outcome))));
        }
        return text.toString();
    }

    private static String headline(ExerciseReport report, AnsiStyle paint) {
        return String.format("%s, %d of %d points%n", verdict(report, paint), report.score(), report.maxScore());
    }

    private static String verdict(ExerciseReport report, AnsiStyle paint) {
        String words = report.verdict().text();
        String colour = report.verdict() == Verdict.ACCEPTED
                ? paint.good(words)
                : report.verdict() == Verdict.REJECTED ? paint.bad(words) : words;
        return String.format("%s  %s  %s", paint.bold(report.slug()), report.title(), colour);
    }

    private static String undecided(ExerciseReport report) {
        return report.checks().stream()
                .filter(check -> check.result().outcome() == CheckOutcome.ERROR
                        || check.result().outcome() == CheckOutcome.INCONCLUSIVE)
                .findFirst()
                .map(check -> String.format(
                        "%n  %s: %s%n",
                        check.title(), AnsiStyle.clean(check.result().note())))
                .orElse("");
    }

    private static String next(ExerciseReport report, String bouncer, AnsiStyle paint) {
        String slug = report.slug();
        return switch (report.verdict()) {
            case ACCEPTED -> String.format("%nNext: %s%n", paint.command(bouncer));
            case REJECTED ->
                String.format(
                        "%nNext: fix it, save, then %s%s%n",
                        paint.command(bouncer + " check " + slug),
                        report.diagnosis().isPresent()
                                ? String.format("%nStuck? %s", paint.command(bouncer + " hint " + slug))
                                : "");
            case NOT_STARTED ->
                String.format(
                        "%nNext: read %s, fill in the class it names, then %s%n",
                        task(slug, bouncer), paint.command(bouncer + " check " + slug));
            case INCONCLUSIVE ->
                String.format(
                        "%nNext: close what keeps the machine busy, then %s%n",
                        paint.command(bouncer + " check " + slug));
            case ERROR ->
                String.format(
                        "%nThis is an error of Bouncer, not of your code. Next: run it again with %s%n",
                        paint.command(bouncer + " check " + slug));
        };
    }

    private static String nextSave(ExerciseReport report, String bouncer) {
        String words = switch (report.verdict()) {
            case ACCEPTED -> "Next: press n for the next exercise";
            case REJECTED -> "Next: fix it and save. Stuck? Press h";
            case NOT_STARTED -> "Next: read " + task(report.slug(), bouncer) + ", fill in the class it names, and save";
            case INCONCLUSIVE -> "Next: close what keeps the machine busy, and save again";
            case ERROR -> "This is an error of Bouncer, not of your code. Next: save again";
        };
        return String.format("%n%s%n", String.join(System.lineSeparator(), Labels.wrap(words)));
    }

    private static String task(String slug, String bouncer) {
        return Labels.path(bouncer, "exercises/" + slug + "/README.md");
    }

    private static String coverage(CheckCoverage coverage, CheckOutcome outcome) {
        if (coverage instanceof CheckCoverage.Explored explored) {
            String count = Labels.count(explored.executions(), "schedule");
            return outcome == CheckOutcome.FAILED
                    ? "  after " + count
                    : explored.complete() ? "  all of " + count : "  " + count;
        }
        if (coverage instanceof CheckCoverage.Clients clients) {
            return "  " + Labels.count(clients.clients(), "client") + ", "
                    + Labels.count(clients.executions(), "schedule");
        }
        if (coverage instanceof CheckCoverage.Stressed stressed) {
            return "  " + Labels.count(stressed.rounds(), "round") + " on "
                    + Labels.count(stressed.threads(), "thread");
        }
        if (coverage instanceof CheckCoverage.Timed timed) {
            return String.format(java.util.Locale.ROOT, "  ratio %.2f, limit %.2f", timed.ratio(), timed.floor());
        }
        return "";
    }
}
