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

/** The class as comma-separated values: a row a student, in the order of their names. Stateless. */
final class ResultsCsv {
    /** Crashes that are met wherever the code happens to be. */
    private static final Set<Fault> MET =
            Set.of(Fault.STACK_OVERFLOW, Fault.OUT_OF_MEMORY, Fault.OUTPUT_FLOOD, Fault.THREAD_LEAK);

    /** What was thrown, and where; then what it said. */
    private static final Pattern THROWN = Pattern.compile("^(An unexpected \\S+ was thrown(?: in \\S+)?): .*");

    private ResultsCsv() {}

    /** Writes the table; every exercise that anyone was judged on has two columns. */
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

    /** The exercises of these results, in teaching order. */
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

    /** The first exercise, in teaching order, whose diagnosis is known. */
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

    /** What another run of the same sources would say as well; what only this one met stands in the student's page. */
    private static String words(CheckReport check, Diagnosis cause) {
        Finding finding = cause.finding();
        if (isOfTheMoment(check, finding)) {
            return "fails: " + check.title();
        }
        Location at = cause.location();
        String message = finding.message().lines().findFirst().orElse("");
        if (finding.fault() == Fault.UNEXPECTED_EXCEPTION && finding.schedule().isEmpty()) {
            // What an exception says of itself may be a thread's name, a hash, or which side closed a pipe first.
            message = THROWN.matcher(message).replaceFirst("$1");
        }
        return message + (at == null ? "" : " (" + at + ")");
    }

    /** Whether its numbers, threads or line are those that a real machine happened to be at. */
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
