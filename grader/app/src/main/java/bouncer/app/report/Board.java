package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The board a student reads at the end of a run: plain text, no colour, at most a few lines an exercise. Stateless. */
public final class Board {
    private static final int WIDTH = 92;
    private static final int MESSAGE_LINES = 4;
    private static final int WAITERS = 4;
    private static final int STEPS = 10;

    private Board() {}

    /**
     * Writes the board. Only the exercise to go on with shows its schedule, so that the board stays short.
     *
     * @param again the command that checks one exercise again, with {@code SLUG} where its name goes
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
                    exercise.slug(), words(exercise.verdict()), exercise.score(), exercise.maxScore()));
            boolean whole = next.filter(exercise::equals).isPresent();
            reason(exercise, whole).forEach(line -> lines.add(("      " + line).stripTrailing()));
        }
        lines.add("");
        next.ifPresentOrElse(
                exercise -> lines.addAll(advice(exercise, again.replace("SLUG", exercise.slug()))),
                () -> lines.add("Everyone may enter. Well done."));
        return String.join("\n", lines) + "\n";
    }

    /** What is wrong comes before what is not begun, in the order of teaching. */
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

    private static List<String> reason(ExerciseReport exercise, boolean whole) {
        List<String> lines = new ArrayList<>();
        exercise.firstFinding().ifPresent(finding -> lines.addAll(about(finding, whole)));
        if (exercise.verdict() == Verdict.ERROR || exercise.verdict() == Verdict.INCONCLUSIVE) {
            exercise.checks().stream()
                    .map(CheckReport::result)
                    .filter(result ->
                            result.outcome() == CheckOutcome.ERROR || result.outcome() == CheckOutcome.INCONCLUSIVE)
                    .findFirst()
                    .ifPresent(result -> lines.add(Sanitizer.line(result.note(), 2 * WIDTH)));
        }
        return lines;
    }

    private static List<String> about(Finding finding, boolean whole) {
        List<String> lines = new ArrayList<>(CheckText.message(finding, MESSAGE_LINES, 2 * WIDTH));
        finding.waiters().stream()
                .limit(WAITERS)
                .forEach(waiter -> lines.add("  " + Sanitizer.cut(CheckText.sentence(waiter), 2 * WIDTH)));
        if (finding.waiters().size() > WAITERS) {
            lines.add("  … and " + (finding.waiters().size() - WAITERS) + " more");
        }
        lines.add(Sanitizer.cut(CheckText.place(finding), 2 * WIDTH));
        if (whole) {
            lines.addAll(ScheduleTable.draw(finding.schedule(), STEPS, WIDTH));
        }
        return lines;
    }

    private static List<String> advice(ExerciseReport exercise, String command) {
        return switch (exercise.verdict()) {
            case NOT_STARTED ->
                List.of(
                        "Next: read exercises/" + exercise.slug() + "/README.md, fill in the class it names, then run",
                        "  " + command);
            case REJECTED -> List.of("Next: mend " + exercise.slug() + ", then run", "  " + command);
            case INCONCLUSIVE ->
                List.of(
                        "Next: this machine could not show enough; run it again where nothing else is running",
                        "  " + command);
            case ERROR ->
                List.of(
                        "Next: this is a fault of Bouncer, not of your code; run it again, and report it if it stays",
                        "  " + command);
            case ACCEPTED -> throw new IllegalStateException("Nothing is left to do for " + exercise.slug());
        };
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "REJECTED";
            case NOT_STARTED -> "not started";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "HARNESS ERROR";
        };
    }
}
