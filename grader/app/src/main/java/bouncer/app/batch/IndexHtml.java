package bouncer.app.batch;

import bouncer.app.report.Sanitizer;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The class as one page that opens from disk: histogram, exercises, faults, and a table to sort and filter. Stateless. */
final class IndexHtml {
    private static final int COLUMNS = 20;
    private static final int FAULTS = 15;

    private IndexHtml() {}

    static String write(String title, List<Result> results) {
        List<String> slugs = ResultsCsv.slugs(results);
        int most = results.stream()
                .mapToInt(result -> result.report().maxScore())
                .max()
                .orElse(0);
        String page = template();
        // Never a place holder inside of what was put in for another: the values are escaped and hold no "{{".
        return page.replace("{{title}}", value(title))
                .replace("{{subtitle}}", value(subtitle(results)))
                .replace("{{maxScore}}", Integer.toString(most))
                .replace("{{histogram}}", histogram(results, most))
                .replace("{{bars}}", bars(results, slugs))
                .replace("{{faults}}", faults(results))
                .replace("{{head}}", head(slugs))
                .replace("{{rows}}", rows(results, slugs));
    }

    private static String value(String text) {
        return Sanitizer.html(text).replace("{", "&#123;");
    }

    private static String subtitle(List<Result> results) {
        if (results.isEmpty()) {
            return "No submissions";
        }
        List<Integer> scores =
                results.stream().map(result -> result.report().score()).sorted().toList();
        double mean = scores.stream().mapToInt(score -> score).average().orElse(0);
        Set<String> origins = new LinkedHashSet<>();
        results.forEach(
                result -> origins.add("Bouncer " + result.report().origin().bouncer() + ", JDK "
                        + result.report().origin().jdk() + ", "
                        + result.report().origin().isolation()));
        return String.format(
                Locale.ROOT,
                "%d submissions, mean %.1f, median %d · %s",
                results.size(),
                mean,
                scores.get(scores.size() / 2),
                String.join(" / ", origins));
    }

    private static String histogram(List<Result> results, int most) {
        int[] counts = new int[COLUMNS];
        results.forEach(result ->
                counts[most == 0 ? 0 : Math.min(COLUMNS - 1, result.report().score() * COLUMNS / most)]++);
        int highest = Math.max(1, java.util.Arrays.stream(counts).max().orElse(1));
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < COLUMNS; i++) {
            bars.append(String.format(
                    "<div style=\"height:%d%%\" title=\"%d–%d points: %d\"></div>",
                    100 * counts[i] / highest, i * most / COLUMNS, (i + 1) * most / COLUMNS, counts[i]));
        }
        return bars.toString();
    }

    private static String bars(List<Result> results, List<String> slugs) {
        StringBuilder bars = new StringBuilder();
        for (String slug : slugs) {
            List<ExerciseReport> all = results.stream()
                    .flatMap(result -> result.report().exercises().stream())
                    .filter(exercise -> exercise.slug().equals(slug))
                    .toList();
            bars.append("<span>").append(value(slug)).append("</span><div class=\"bar\">");
            for (Verdict verdict : Verdict.values()) {
                long count = all.stream()
                        .filter(exercise -> exercise.verdict() == verdict)
                        .count();
                if (count > 0) {
                    bars.append(String.format(
                            Locale.ROOT,
                            "<span class=\"%s\" style=\"width:%.2f%%\" title=\"%s: %d\"></span>",
                            colour(verdict),
                            100.0 * count / all.size(),
                            words(verdict),
                            count));
                }
            }
            long accepted = all.stream()
                    .filter(exercise -> exercise.verdict() == Verdict.ACCEPTED)
                    .count();
            bars.append("</div><span>" + accepted + " of " + all.size() + " accepted</span>");
        }
        return bars.toString();
    }

    private static String faults(List<Result> results) {
        Map<String, Integer> students = new TreeMap<>();
        for (Result result : results) {
            Set<String> his = new LinkedHashSet<>();
            result.report()
                    .exercises()
                    .forEach(exercise -> exercise.checks().stream()
                            .flatMap(check -> check.result().findings().stream())
                            .forEach(finding -> his.add(finding.fault().id() + " " + exercise.slug())));
            his.forEach(fault -> students.merge(fault, 1, Integer::sum));
        }
        StringBuilder rows = new StringBuilder();
        students.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(FAULTS)
                .forEach(entry -> rows.append("<tr><td>")
                        .append(value(entry.getKey().split(" ", 2)[0]))
                        .append("</td><td>")
                        .append(value(entry.getKey().split(" ", 2)[1]))
                        .append("</td><td class=\"n\">" + entry.getValue() + "</td></tr>\n"));
        return rows.toString();
    }

    private static String head(List<String> slugs) {
        StringBuilder head = new StringBuilder("<th><button>student</button></th><th><button>score</button></th>");
        slugs.forEach(slug -> head.append("<th><button>").append(value(slug)).append("</button></th>"));
        return head.append("<th><button>first finding</button></th><th><button>changed</button></th>")
                .toString();
    }

    private static String rows(List<Result> results, List<String> slugs) {
        StringBuilder rows = new StringBuilder();
        for (Result result : results) {
            rows.append("<tr><td><a href=\"pages/" + value(result.fileName()) + ".html\">" + value(result.user())
                    + "</a></td><td class=\"n\" data-v=\"" + result.report().score() + "\">"
                    + result.report().score() + "</td>");
            for (String slug : slugs) {
                rows.append(result.report().exercises().stream()
                        .filter(exercise -> exercise.slug().equals(slug))
                        .map(exercise -> "<td class=\"n v-" + exercise.verdict() + "\" data-v=\"" + exercise.score()
                                + "\" title=\"" + words(exercise.verdict()) + "\">" + exercise.score() + " "
                                + sign(exercise.verdict()) + "</td>")
                        .findFirst()
                        .orElse("<td></td>"));
            }
            String first =
                    ResultsCsv.firstFinding(result).map(IndexHtml::sentence).orElse("");
            rows.append("<td>" + first + "</td><td>" + value(String.join("; ", result.changes())) + "</td></tr>\n");
        }
        return rows.toString();
    }

    private static String sentence(Finding finding) {
        return "<b>" + value(finding.fault().id()) + "</b> " + value(Sanitizer.line(finding.message(), 160));
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

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String template() {
        try (InputStream in = IndexHtml.class.getResourceAsStream("index.html")) {
            if (in == null) {
                throw new IllegalStateException("index.html is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar cannot be read", e);
        }
    }
}
