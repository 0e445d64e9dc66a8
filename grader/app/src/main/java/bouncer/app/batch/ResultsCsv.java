package bouncer.app.batch;

import bouncer.app.report.Csv;
import bouncer.app.report.FailureText;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.Fault;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the results of a class as comma-separated values, one row for each student, sorted by name. Stateless. */
final class ResultsCsv {
    /** Crashes that can happen at any line, so that another run may report another one. */
    private static final Set<Fault> MET =
            Set.of(Fault.STACK_OVERFLOW, Fault.OUT_OF_MEMORY, Fault.OUTPUT_FLOOD, Fault.THREAD_LEAK);

    /** The type and place of an exception, followed by its message. */
    private static final Pattern THROWN = Pattern.compile("^(An unexpected \\S+ was thrown(?: in \\S+)?): .*");

    private ResultsCsv() {}

    /** Returns the table. It has two columns for each exercise that is in at least one result. */
    static String write(List<Result> results) {
        List<String> slugs = slugs(results);
        List<String> head = new ArrayList<>(List.of("user", "score", "maxScore"));
        for (String slug : slugs) {
            head.add(slug);
            head.add(slug + " points");
        }
        head.addAll(List.of("cause", "replay", "when", "old score", "changed"));
        StringBuilder rows = new StringBuilder(Csv.row(head));
        results.forEach(result -> rows.append(row(result, slugs)));
        return rows.toString();
    }

    /** Returns the slugs of the exercises in these results, in teaching order. */
    static List<String> slugs(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.report().exercises().stream())
                .map(ExerciseReport::slug)
                .distinct()
                .sorted()
                .toList();
    }

    private static String row(Result result, List<String> slugs) {
        List<String> cells = new ArrayList<>();
        cells.add(result.user());
        cells.add(Integer.toString(result.report().score()));
        cells.add(Integer.toString(result.report().maxScore()));
        for (String slug : slugs) {
            Optional<ExerciseReport> exercise = exercise(result, slug);
            cells.add(exercise.map(found -> found.verdict().name()).orElse(""));
            cells.add(exercise.map(found -> Integer.toString(found.score())).orElse(""));
        }
        Optional<ExerciseReport> rejected = firstRejected(result);
        Optional<Diagnosis> cause = rejected.flatMap(ExerciseReport::diagnosis);
        cells.add(rejected.flatMap(exercise -> cause.map(found -> sentence(exercise, found)))
                .orElse(""));
        cells.add(cause.map(Diagnosis::finding).map(Finding::replay).orElse(""));
        cells.add(result.when());
        Result.Before before = result.before();
        cells.add(before == null ? "" : Integer.toString(before.score()));
        cells.add(String.join("; ", result.changes()));
        return Csv.row(cells);
    }

    private static Optional<ExerciseReport> exercise(Result result, String slug) {
        return result.report().exercises().stream()
                .filter(exercise -> exercise.slug().equals(slug))
                .findFirst();
    }

    /** Returns the first exercise, in teaching order, that has a diagnosis. */
    static Optional<ExerciseReport> firstRejected(Result result) {
        return result.report().exercises().stream()
                .filter(exercise -> exercise.diagnosis().isPresent())
                .findFirst();
    }

    private static String sentence(ExerciseReport exercise, Diagnosis cause) {
        return exercise.checks().stream()
                .filter(check -> exercise.isRootCause(check, cause.finding()))
                .map(check -> exercise.slug() + ": " + FailureText.heading(cause) + " " + words(check, cause))
                .findFirst()
                .orElse("");
    }

    /**
     * Returns only what every run on these sources would report. Details of this particular run are on the student's
     * page.
     */
    private static String words(CheckReport check, Diagnosis cause) {
        Finding finding = cause.finding();
        if (isOfTheMoment(check, finding)) {
            return "fails: " + check.title();
        }
        Location at = cause.location();
        String message = finding.message().lines().findFirst().orElse("");
        if (finding.fault() == Fault.UNEXPECTED_EXCEPTION && finding.schedule().isEmpty()) {
            // The message may hold a thread's name, a hash, or details that depend on timing.
            message = THROWN.matcher(message).replaceFirst("$1");
        }
        return message + (at == null ? "" : " (" + at + ")");
    }

    /** Returns true if the numbers, threads or line of a finding depend on the timing of this run. */
    private static boolean isOfTheMoment(CheckReport check, Finding finding) {
        if (check.phase().isMeasured()) {
            return true;
        }
        boolean seen = finding.schedule().isEmpty();
        if (finding instanceof Finding.Crash) {
            return seen && MET.contains(finding.fault());
        }
        boolean still = finding instanceof Finding.Stuck
                || finding instanceof Finding.Deadlock
                || finding instanceof Finding.Spinning;
        return seen && still;
    }
}
