package bouncer.app.verdict;

import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One exercise in a report.
 *
 * @param slug the exercise
 * @param title its name
 * @param sourceRoot directory below the submission that holds the files judged, with forward slashes; empty for the
 *     submission itself or when none was found
 * @param verdict the verdict
 * @param checks every check in the order it was judged
 * @param diagnosis why it was rejected; empty if no check failed or the diagnosis has not been computed yet
 */
public record ExerciseReport(
        String slug,
        String title,
        String sourceRoot,
        Verdict verdict,
        List<CheckReport> checks,
        Optional<Diagnosis> diagnosis) {
    public ExerciseReport {
        checks = List.copyOf(checks);
    }

    /** Creates a report without a diagnosis. */
    public ExerciseReport(String slug, String title, String sourceRoot, Verdict verdict, List<CheckReport> checks) {
        this(slug, title, sourceRoot, verdict, checks, Optional.empty());
    }

    /** Returns this report with a diagnosis. */
    public ExerciseReport with(Diagnosis found) {
        return new ExerciseReport(slug, title, sourceRoot, verdict, checks, Optional.of(found));
    }

    /** Returns true if the diagnosis is about this finding of this check. */
    public boolean isRootCause(CheckReport check, Finding finding) {
        return diagnosis
                .filter(found -> found.check().equals(check.result().id())
                        && found.finding().equals(finding))
                .isPresent();
    }

    /**
     * Returns the student's lines that a check's findings point to; the diagnosis replaces the line of its own
     * finding.
     */
    public List<Location> locations(CheckReport check) {
        return check.result().findings().stream()
                .map(finding -> isRootCause(check, finding)
                        ? diagnosis.map(Diagnosis::location).orElse(null)
                        : finding.location())
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the checks: that of the diagnosis first, the others in the order of judging. */
    public List<CheckReport> rootCauseFirst() {
        String first = diagnosis.map(Diagnosis::check).orElse("");
        return checks.stream()
                .sorted(Comparator.comparing(check -> !check.result().id().equals(first)))
                .toList();
    }

    /** Returns the points earned. */
    public int score() {
        return checks.stream().mapToInt(CheckReport::score).sum();
    }

    /** Returns the points that could be earned in this run. */
    public int maxScore() {
        return checks.stream().mapToInt(CheckReport::maxScore).sum();
    }

    /** Returns the path of a finding's file below the submission, with forward slashes. */
    public String pathOf(Location location) {
        return sourceRoot.isEmpty() ? location.file() : sourceRoot + "/" + location.file();
    }
}
