package bouncer.app.report;

import bouncer.app.diagnosis.FaultExplanation;
import bouncer.app.diagnosis.RootCause;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.Finding;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page to look at: one file that needs nothing else, readable without JavaScript, with pictures of the schedules where
 * there is JavaScript. Whatever a submission had a hand in is escaped, in the page and in the data. Stateless.
 */
public final class HtmlReport {
    private static final Template PAGE =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).compile(resource("report.mustache"));

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
        ObjectNode data = JsonReport.tree(report);
        sources.forEach((path, text) -> data.withObject("/sources").put(path, text));
        return PAGE.execute(Map.of(
                "name", Sanitizer.clean(report.name()),
                "score", report.score(),
                "maxScore", report.maxScore(),
                "jdk", report.origin().jdk(),
                "cpus", report.origin().cpus(),
                "style", resource("report.css"),
                "script", resource("report.js"),
                "data", inScript(JsonReport.print(data)),
                "exercises", exercises(report)));
    }

    private static List<Map<String, Object>> exercises(Report report) {
        return report.exercises().stream().map(HtmlReport::exercise).toList();
    }

    private static Map<String, Object> exercise(ExerciseReport exercise) {
        return Map.of(
                "slug", exercise.slug(),
                "title", exercise.title(),
                "verdict", exercise.verdict().name().replace('_', ' ').toLowerCase(java.util.Locale.ROOT),
                "class", exercise.verdict().name(),
                "score", exercise.score(),
                "maxScore", exercise.maxScore(),
                "open", RootCause.of(exercise).isPresent(),
                "checks",
                        exercise.checks().stream()
                                .map(check -> check(exercise, check))
                                .toList());
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
                                .map(HtmlReport::finding)
                                .toList());
    }

    private static Map<String, Object> finding(Finding finding) {
        FaultExplanation lesson = FaultExplanation.of(finding.fault());
        String replay = finding.replay();
        List<String> waiters =
                finding.waiters().stream().map(CheckText::sentence).toList();
        Map<String, Object> told = new HashMap<>(Map.of(
                "fault", finding.fault().id(),
                "title", lesson.title(),
                "what", lesson.what(),
                "why", lesson.why(),
                "read", lesson.read(),
                "message", Sanitizer.clean(finding.message()),
                "place", finding.location() == null ? "" : Sanitizer.clean(String.valueOf(finding.location())),
                "replay", replay == null ? "" : Sanitizer.clean(replay),
                "waiters", waiters,
                "steps",
                        finding.schedule().stream()
                                .map(step -> Map.of(
                                        "thread", Sanitizer.clean(step.thread()),
                                        "what", Sanitizer.clean(step.what()),
                                        "place",
                                                step.line() > 0
                                                        ? Sanitizer.clean(step.file()) + ":" + step.line()
                                                        : ""))
                                .toList()));
        // One waiter is what the message tells already.
        told.put("several", waiters.size() > 1);
        told.put("stepped", !finding.schedule().isEmpty());
        return told;
    }

    /** JSON that can stand inside a script element: nothing in it can end the element or open a comment. */
    private static String inScript(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String resource(String name) {
        try (InputStream file = HtmlReport.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("This program lacks its own file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("This program's own file " + name + " cannot be read", e);
        }
    }
}
