package bouncer.app.batch;

import bouncer.app.report.Sanitizer;
import bouncer.app.report.Templates;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the page of a class, which opens from disk: a histogram, the exercises, the common faults, and a table of
 * students that can be sorted and filtered. Stateless.
 */
final class IndexHtml {
    private static final Template PAGE = Templates.html(IndexHtml.class, "index.html");
    private static final int COLUMNS = 20;
    private static final int FAULTS = 15;

    private IndexHtml() {}

    /**
     * Returns the page.
     *
     * @param title the title of the page, not escaped
     * @param results the results of the class, sorted by user
     */
    static String write(String title, List<Result> results) {
        List<String> slugs = ResultsCsv.slugs(results);
        int most = results.stream()
                .mapToInt(result -> result.report().maxScore())
                .max()
                .orElse(0);
        return Sanitizer.wellFormed(PAGE.execute(Map.of(
                "title", Sanitizer.clean(title),
                "subtitle", subtitle(results),
                "maxScore", most,
                "histogram", histogram(results, most),
                "exercises", slugs.stream().map(slug -> exercise(slug, results)).toList(),
                "faults", faults(results),
                "slugs", slugs,
                "students",
                        results.stream().map(result -> student(result, slugs)).toList())));
    }

    private static String subtitle(List<Result> results) {
        if (results.isEmpty()) {
            return "No submissions";
        }
        List<Integer> scores =
                results.stream().map(result -> result.report().score()).sorted().toList();
        double mean = scores.stream().mapToInt(score -> score).average().orElse(0);
        Set<String> origins = new LinkedHashSet<>();
        for (Result result : results) {
            Report report = result.report();
            origins.add("Bouncer " + report.origin().bouncer() + ", JDK "
                    + report.origin().jdk() + ", " + report.origin().isolation());
        }
        return String.format(
                Locale.ROOT,
                "%d submissions, mean %.1f, median %d · %s",
                results.size(),
                mean,
                scores.get(scores.size() / 2),
                Sanitizer.clean(String.join(" / ", origins)));
    }

    private static List<Map<String, Object>> histogram(List<Result> results, int most) {
        int[] counts = new int[COLUMNS];
        results.forEach(result ->
                counts[most == 0 ? 0 : Math.min(COLUMNS - 1, result.report().score() * COLUMNS / most)]++);
        int highest = Math.max(1, Arrays.stream(counts).max().orElse(1));
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            bars.add(Map.of(
                    "height", 100 * counts[i] / highest,
                    "from", i * most / COLUMNS,
                    "to", (i + 1) * most / COLUMNS,
                    "count", counts[i]));
        }
        return bars;
    }

    private static Map<String, Object> exercise(String slug, List<Result> results) {
        List<ExerciseReport> all =
                results.stream().flatMap(result -> find(result, slug).stream()).toList();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = count(all, verdict);
            if (count > 0) {
                parts.add(Map.of(
                        "class", colour(verdict),
                        "width", String.format(Locale.ROOT, "%.2f", 100.0 * count / all.size()),
                        "verdict", verdict.text(),
                        "count", count));
            }
        }
        return Map.of(
                "slug", Sanitizer.clean(slug),
                "parts", parts,
                "accepted", count(all, Verdict.ACCEPTED),
                "all", all.size());
    }

    private static long count(List<ExerciseReport> exercises, Verdict verdict) {
        return exercises.stream()
                .filter(exercise -> exercise.verdict() == verdict)
                .count();
    }

    private static Optional<ExerciseReport> find(Result result, String slug) {
        return result.report().exercises().stream()
                .filter(exercise -> exercise.slug().equals(slug))
                .findFirst();
    }

    /** A fault in an exercise. */
    private record FaultIn(String title, String id, String slug) {}

    /** Returns the causes of rejection with the students they apply to, the most common cause first. */
    private static List<Map<String, Object>> faults(List<Result> results) {
        Map<FaultIn, List<Map<String, Object>>> students =
                new TreeMap<>(Comparator.comparing(FaultIn::title).thenComparing(FaultIn::slug));
        for (Result result : results) {
            for (ExerciseReport exercise : result.report().exercises()) {
                exercise.diagnosis()
                        .ifPresent(found -> students.computeIfAbsent(
                                        new FaultIn(found.title(), found.fault().id(), exercise.slug()),
                                        fault -> new ArrayList<>())
                                .add(link(result)));
            }
        }
        return students.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(FAULTS)
                .map(entry -> Map.<String, Object>of(
                        "title", entry.getKey().title(),
                        "fault", entry.getKey().id(),
                        "slug", entry.getKey().slug(),
                        "count", entry.getValue().size(),
                        "students", entry.getValue()))
                .toList();
    }

    private static Map<String, Object> link(Result result) {
        return Map.of("user", Sanitizer.clean(result.user()), "file", result.fileName());
    }

    private static Map<String, Object> student(Result result, List<String> slugs) {
        Map<String, Object> student = new HashMap<>(link(result));
        student.put("score", result.report().score());
        student.put(
                "cells", slugs.stream().map(slug -> cell(find(result, slug))).toList());
        student.put(
                "causes",
                result.report().exercises().stream()
                        .flatMap(exercise -> exercise.diagnosis().map(found -> cause(exercise, found)).stream())
                        .toList());
        student.put("changes", Sanitizer.clean(String.join("; ", result.changes())));
        return student;
    }

    private static Map<String, Object> cell(Optional<ExerciseReport> exercise) {
        return exercise.<Map<String, Object>>map(found -> Map.of(
                        "judged", true,
                        "verdict", found.verdict().text(),
                        "class", found.verdict().name(),
                        "score", found.score(),
                        "sign", sign(found.verdict())))
                .orElse(Map.of("judged", false));
    }

    private static Map<String, Object> cause(ExerciseReport exercise, Diagnosis found) {
        return Map.of(
                "slug", exercise.slug(),
                "title", found.title(),
                "fault", found.fault().id(),
                "message", Sanitizer.line(found.message(), 160));
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case NOT_STARTED -> "idle";
            case INCONCLUSIVE, ERROR -> "unsure";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "✓";
            case REJECTED -> "✗";
            case NOT_STARTED -> "·";
            case INCONCLUSIVE -> "?";
            case ERROR -> "!";
        };
    }
}
