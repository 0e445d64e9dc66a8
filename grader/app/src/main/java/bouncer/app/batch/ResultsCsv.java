package bouncer.app.batch;

import bouncer.app.report.Csv;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The class as comma-separated values: a row a student, in the order of their names. Stateless. */
final class ResultsCsv {
    private ResultsCsv() {}

    /** Writes the table; every exercise that anyone was judged on has two columns. */
    static String write(List<Result> results) {
        List<String> slugs = slugs(results);
        List<String> head = new ArrayList<>(List.of("user", "score", "maxScore"));
        for (String slug : slugs) {
            head.add(slug);
            head.add(slug + " points");
        }
        head.addAll(List.of("first finding", "replay", "when", "old score", "changed"));
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
        Optional<Finding> first = firstFinding(result);
        cells.add(first.map(finding -> sentence(result, finding)).orElse(""));
        cells.add(first.map(Finding::replay).orElse(""));
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

    static Optional<Finding> firstFinding(Result result) {
        return result.report().exercises().stream()
                .flatMap(exercise -> exercise.firstFinding().stream())
                .findFirst();
    }

    private static String sentence(Result result, Finding finding) {
        String slug = result.report().exercises().stream()
                .filter(exercise ->
                        exercise.firstFinding().filter(finding::equals).isPresent())
                .map(ExerciseReport::slug)
                .findFirst()
                .orElse("");
        Location at = finding.location();
        return slug + ": [" + finding.fault().id() + "] "
                + finding.message().lines().findFirst().orElse("") + (at == null ? "" : " (" + at + ")");
    }
}
