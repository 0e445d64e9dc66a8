package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import bouncer.checks.finding.Outcome;
import bouncer.checks.finding.Waiter;
import java.util.List;

/** The board a student reads at the end of a run: plain text, no colour, at most a few lines an exercise. Stateless. */
public final class Board {
    private Board() {}

    /**
     * Writes the board.
     *
     * @param again the command that checks one exercise again, with {@code SLUG} where its name goes
     */
    public static String write(Report report, String again) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%nBouncer: %d of %d accepted, %d of %d points%n%n",
                report.count(Verdict.ACCEPTED), report.exercises().size(), report.score(), report.maxScore()));
        for (ExerciseReport exercise : report.exercises()) {
            text.append(String.format(
                    "  %-20s %-13s %3d/%d%n",
                    exercise.slug(), words(exercise.verdict()), exercise.score(), exercise.maxScore()));
            appendReason(text, exercise);
        }
        report.exercises().stream()
                .filter(exercise -> exercise.verdict() != Verdict.ACCEPTED)
                .findFirst()
                .ifPresentOrElse(
                        exercise -> text.append(next(exercise, again)),
                        () -> text.append(String.format("%nEveryone may enter. Well done.%n")));
        return text.toString();
    }

    private static void appendReason(StringBuilder text, ExerciseReport exercise) {
        exercise.firstFinding().ifPresent(finding -> {
            Location at = finding.location();
            text.append(indent(finding.message()));
            waiters(finding).forEach(waiter -> text.append(indent("  " + sentence(waiter))));
            if (at != null) {
                text.append(indent("at " + at + " [" + finding.fault().id() + "]"));
            } else {
                text.append(indent("[" + finding.fault().id() + "]"));
            }
        });
        if (exercise.verdict() == Verdict.ERROR || exercise.verdict() == Verdict.INCONCLUSIVE) {
            exercise.checks().stream()
                    .map(CheckReport::result)
                    .filter(result -> result.outcome() == Outcome.ERROR || result.outcome() == Outcome.INCONCLUSIVE)
                    .findFirst()
                    .ifPresent(result -> text.append(indent(result.note())));
        }
    }

    private static List<Waiter> waiters(Finding finding) {
        if (finding instanceof Finding.Deadlock deadlock) {
            return deadlock.waiters();
        }
        return finding instanceof Finding.Stuck stuck ? stuck.waiters() : List.of();
    }

    private static String sentence(Waiter waiter) {
        return waiter.thread() + " waits for " + waiter.waitsFor() + (waiter.at() == null ? "" : " at " + waiter.at());
    }

    private static String next(ExerciseReport exercise, String again) {
        String command = again.replace("SLUG", exercise.slug());
        if (exercise.verdict() == Verdict.NOT_STARTED) {
            return String.format(
                    "%nNext: read exercises/%s/README.md, fill in the class it names, then run%n  %s%n",
                    exercise.slug(), command);
        }
        return String.format("%nNext: %s, then run%n  %s%n", exercise.slug(), command);
    }

    private static String indent(String line) {
        return "      " + line.replace("\n", "\n      ") + System.lineSeparator();
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
