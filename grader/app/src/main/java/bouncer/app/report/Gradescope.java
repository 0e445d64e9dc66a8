package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gradescope's {@code /autograder/results/results.json}. Stateless. */
final class Gradescope {
    private static final int OUTPUT = 10_000;

    private Gradescope() {}

    static String write(Report report) {
        long millis = report.exercises().stream()
                .flatMap(exercise -> exercise.checks().stream())
                .mapToLong(check -> check.result().millis())
                .sum();
        ObjectNode root = Json.object();
        root.put("score", report.score());
        root.put("execution_time", (millis + 999) / 1000);
        root.put("output", MarkdownReport.table(report));
        root.put("output_format", "md");
        root.put("visibility", "visible");
        root.put("stdout_visibility", "hidden");
        ArrayNode tests = root.putArray("tests");
        for (int e = 0; e < report.exercises().size(); e++) {
            ExerciseReport exercise = report.exercises().get(e);
            for (int c = 0; c < exercise.checks().size(); c++) {
                write(tests.addObject(), exercise, exercise.checks().get(c), (e + 1) + "." + (c + 1));
            }
        }
        return Json.indented(root);
    }

    private static void write(ObjectNode test, ExerciseReport exercise, CheckReport check, String number) {
        boolean full = check.score() == check.maxScore() && check.result().outcome() != CheckOutcome.FAILED;
        test.put("name", exercise.slug() + ": " + Sanitizer.line(check.title(), 200));
        test.put("number", number);
        test.put("score", check.score());
        test.put("max_score", check.maxScore());
        test.put("status", full ? "passed" : "failed");
        test.put("output", Sanitizer.cut(FailureText.text(exercise, check), OUTPUT));
        test.put("output_format", "text");
        test.putArray("tags").add(check.phase().id());
        test.put("visibility", "visible");
    }
}
