package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The summary at the end of a run: plain text without colour, a few lines for each exercise. Stateless. */
public final class Board {
    private static final int WIDTH = 80;
    static final String INDENT = "      ";
    private static final FailureText.Layout WHOLE = new FailureText.Layout(WIDTH - INDENT.length(), 12, 6, "./bouncer");

    private Board() {}

    /**
     * Writes the board. Only the exercise to continue with has its whole diagnosis, so that the board stays short.
     *
     * @param again the command that checks one exercise again, with {@code SLUG} in place of its slug
     */
    public static String write(Report report, String again) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(
                "Bouncer: %d of %d accepted, %d of %d points",
                report.count(Verdict.ACCEPTED), report.exercises().size(), report.score(), report.maxScore()));
        lines.add("");
        Optional<ExerciseReport> next = next(report);
        for (ExerciseReport exercise : report.exercises()) {
            lines.add(String.format(
                    "  %-20s %-13s %3d/%d",
                    exercise.slug(), exercise.verdict().text(), exercise.score(), exercise.maxScore()));
            boolean whole = next.filter(exercise::equals).isPresent();
            reason(exercise, whole).forEach(line -> lines.add((INDENT + line).stripTrailing()));
        }
        lines.add("");
        next.ifPresentOrElse(
                exercise -> lines.addAll(advice(exercise, again.replace("SLUG", exercise.slug()))),
                () -> lines.add("All exercises are accepted. Well done."));
        return Sanitizer.wellFormed(String.join("\n", lines) + "\n");
    }

    /** Returns the exercise to continue with: failures come before exercises not started, each in teaching order. */
    private static Optional<ExerciseReport> next(Report report) {
        return first(report, Verdict.REJECTED)
                .or(() -> first(report, Verdict.NOT_STARTED))
                .or(() -> report.exercises().stream()
                        .filter(exercise -> exercise.verdict() != Verdict.ACCEPTED)
                        .findFirst());
    }

    private static Optional<ExerciseReport> first(Report report, Verdict verdict) {
        return report.exercises().stream()
                .filter(exercise -> exercise.verdict() == verdict)
                .findFirst();
    }

    /** Returns the lines about an exercise that is not accepted. */
    static List<String> reason(ExerciseReport exercise, boolean whole) {
        List<String> lines = new ArrayList<>();
        exercise.diagnosis().ifPresent(diagnosis -> lines.addAll(whole ? whole(diagnosis) : brief(diagnosis)));
        if (exercise.verdict() == Verdict.ERROR || exercise.verdict() == Verdict.INCONCLUSIVE) {
            exercise.checks().stream()
                    .map(CheckReport::result)
                    .filter(result ->
                            result.outcome() == CheckOutcome.ERROR || result.outcome() == CheckOutcome.INCONCLUSIVE)
                    .findFirst()
                    .ifPresent(result -> lines.addAll(
                            Wrapping.wrap(Sanitizer.line(result.note(), 3 * WIDTH), WIDTH - INDENT.length())));
        }
        return lines;
    }

    private static List<String> whole(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(Sanitizer.line(diagnosis.checkTitle(), WIDTH));
        lines.add(FailureText.heading(diagnosis));
        lines.addAll(FailureText.lines(FailureText.of(diagnosis, WHOLE)));
        if (diagnosis.alsoFailed() > 0) {
            lines.add(FailureText.alsoFailed(diagnosis));
        }
        return lines;
    }

    private static List<String> brief(Diagnosis diagnosis) {
        Location at = diagnosis.location();
        String place = at == null ? "" : " at " + Sanitizer.line(at.toString(), WIDTH);
        List<String> lines = new ArrayList<>();
        lines.addAll(Wrapping.wrap(FailureText.heading(diagnosis) + place, WIDTH - INDENT.length()));
        lines.addAll(Wrapping.wrap(FailureText.summary(diagnosis.message(), 2 * WIDTH), WIDTH - INDENT.length()));
        return lines;
    }

    private static List<String> advice(ExerciseReport exercise, String command) {
        return switch (exercise.verdict()) {
            case NOT_STARTED ->
                List.of(
                        "Next: read exercises/" + exercise.slug() + "/README.md, fill in the class it names, then run",
                        "  " + command);
            case REJECTED -> List.of("Next: fix " + exercise.slug() + ", then run", "  " + command);
            case INCONCLUSIVE ->
                List.of(
                        "Next: this machine could not show enough; run it again while nothing else is running",
                        "  " + command);
            case ERROR ->
                List.of(
                        "Next: this is an error of Bouncer, not of your code; run it again, and report it if it stays",
                        "  " + command);
            case ACCEPTED -> throw new IllegalStateException("No next step for the accepted " + exercise.slug());
        };
    }
}
