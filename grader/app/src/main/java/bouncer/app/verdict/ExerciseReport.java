package bouncer.app.verdict;

import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.List;
import java.util.Optional;

/**
 * One exercise in a report.
 *
 * @param slug the exercise
 * @param title its name
 * @param sourceRoot directory below the submission that holds the files judged, with forward slashes; empty for the
 *     submission itself or when none was found
 * @param verdict what is said of it
 * @param checks every check in the order it was judged
 */
public record ExerciseReport(String slug, String title, String sourceRoot, Verdict verdict, List<CheckReport> checks) {
    public ExerciseReport {
        checks = List.copyOf(checks);
    }

    /** Points earned. */
    public int score() {
        return checks.stream().mapToInt(CheckReport::score).sum();
    }

    /** Points that could be earned in this run. */
    public int maxScore() {
        return checks.stream().mapToInt(CheckReport::maxScore).sum();
    }

    /** Where a file of a finding lies below the submission, with forward slashes. */
    public String pathOf(Location location) {
        return sourceRoot.isEmpty() ? location.file() : sourceRoot + "/" + location.file();
    }

    /** The first thing that is wrong, if anything is. */
    public Optional<Finding> firstFinding() {
        return checks.stream()
                .filter(check -> check.result().outcome() == CheckOutcome.FAILED)
                .flatMap(check -> check.result().findings().stream())
                .findFirst();
    }
}
