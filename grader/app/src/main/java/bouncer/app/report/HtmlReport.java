package bouncer.app.report;

import bouncer.app.diagnosis.FaultExplanation;
import bouncer.app.files.Resources;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.Diagnosis;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.Finding;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Template;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The report as a single HTML file, readable without JavaScript; with JavaScript it also draws the schedules. All text
 * that a submission can influence is escaped, in the page and in the data. Stateless.
 */
public final class HtmlReport {
    private static final Template PAGE = Templates.html(HtmlReport.class, "report.mustache");
    private static final Set<String> CODE = Set.of("where", "replay");
    /** The page wraps lines and shows the steps itself. */
    private static final FailureText.Layout LAYOUT = new FailureText.Layout(Integer.MAX_VALUE, 0, 20, "./bouncer");

    private HtmlReport() {}

    /** Writes the page without the student's sources beside the schedules. */
    public static String write(Report report) {
        return write(report, Map.of());
    }

    /**
     * Writes the page.
     *
     * @param sources the student's files by path below the source root
     */
    public static String write(Report report, Map<String, String> sources) {
        return write(report, sources, null, List.of());
    }

    /**
     * Writes the page of one student in a class.
     *
     * @param graded when it was graded; null for a page outside a class
     * @param changes differences from the previous grading, a sentence for each exercise
     */
    public static String write(
            Report report, Map<String, String> sources, @Nullable String graded, List<String> changes) {
        ObjectNode data = JsonReport.tree(report);
        sources.forEach((path, text) -> data.withObject("/sources").put(path, text));
        Map<String, Object> page = new HashMap<>(Map.of(
                "name", Sanitizer.clean(report.name()),
                "score", report.score(),
                "maxScore", report.maxScore(),
                "jdk", report.origin().jdk(),
                "cpus", report.origin().cpus(),
                "style", Resources.text(HtmlReport.class, "report.css"),
                "script", Resources.text(HtmlReport.class, "report.js"),
                "data", inScript(JsonReport.print(data)),
                "changes", changes.stream().map(Sanitizer::clean).toList(),
                "exercises",
                        report.exercises().stream().map(HtmlReport::exercise).toList()));
        page.put("graded", graded == null ? null : Sanitizer.clean(graded));
        return Sanitizer.wellFormed(PAGE.execute(page));
    }

    private static Map<String, Object> exercise(ExerciseReport exercise) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "slug", exercise.slug(),
                "title", exercise.title(),
                "verdict", exercise.verdict().text(),
                "class", exercise.verdict().name(),
                "score", exercise.score(),
                "maxScore", exercise.maxScore(),
                "open", exercise.diagnosis().isPresent(),
                "checks",
                        exercise.rootCauseFirst().stream()
                                .sorted(Comparator.comparing(HtmlReport::rank))
                                .map(check -> check(exercise, check))
                                .toList()));
        exercise.diagnosis()
                .filter(found -> found.alsoFailed() > 0)
                .ifPresent(found -> model.put("alsoFailed", FailureText.alsoFailed(found)));
        return model;
    }

    /** Returns the sort key of a check: failed checks come first. */
    private static int rank(CheckReport check) {
        return switch (check.result().outcome()) {
            case FAILED -> 0;
            case ERROR, INCONCLUSIVE -> 1;
            case PASSED, SKIPPED -> 2;
        };
    }

    private static Map<String, Object> check(ExerciseReport exercise, CheckReport check) {
        return Map.of(
                "key", exercise.slug() + " " + check.result().id(),
                "title", Sanitizer.clean(check.title()),
                "kind", check.phase().id(),
                "outcome", check.result().outcome().name(),
                "score", check.score(),
                "maxScore", check.maxScore(),
                "note", Sanitizer.clean(check.result().note()),
                "output", Sanitizer.clean(check.result().output()),
                "findings",
                        check.result().findings().stream()
                                .map(finding -> finding(exercise, check, finding))
                                .toList());
    }

    private static Map<String, Object> finding(ExerciseReport exercise, CheckReport check, Finding finding) {
        Optional<Diagnosis> root = exercise.diagnosis().filter(found -> exercise.isRootCause(check, finding));
        Map<String, Object> model = new HashMap<>();
        model.put(
                "title",
                root.map(Diagnosis::title)
                        .orElse(FaultExplanation.of(finding.fault()).title()));
        model.put("fault", root.map(Diagnosis::fault).orElse(finding.fault()).id());
        List<FailureText.Entry> entries =
                root.map(found -> FailureText.of(found, LAYOUT)).orElseGet(() -> FailureText.of(finding, LAYOUT));
        model.put("entries", entries.stream().map(HtmlReport::entry).toList());
        model.put("stepped", !finding.schedule().isEmpty());
        model.put(
                "steps",
                finding.schedule().stream()
                        .map(step -> Map.of(
                                "thread", Sanitizer.clean(step.thread()),
                                "what", Sanitizer.clean(step.what()),
                                "place", step.line() > 0 ? Sanitizer.clean(step.file()) + ":" + step.line() : ""))
                        .toList());
        return model;
    }

    /** Returns the template's data for an entry; commands and code have a monospaced font. */
    private static Map<String, Object> entry(FailureText.Entry entry) {
        boolean isCode = CODE.contains(entry.label());
        return Map.of(
                "label", entry.label(),
                "code", isCode,
                "text", String.join("\n", entry.lines()));
    }

    /** Escapes JSON so that it can neither end the script element around it nor open a comment. */
    private static String inScript(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
