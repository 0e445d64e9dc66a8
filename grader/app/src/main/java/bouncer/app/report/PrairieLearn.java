package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** PrairieLearn's {@code /grade/results/results.json}, at most 1 MB. Stateless. */
final class PrairieLearn {
    private static final int OUTPUT = 4000;
    private static final int ALL_OUTPUT = 400_000;

    private PrairieLearn() {}

    static String write(Report report) {
        ObjectNode root = Json.object();
        boolean gradable = report.exercises().stream().anyMatch(exercise -> !broken(exercise));
        root.put("gradable", gradable);
        root.put("score", report.maxScore() == 0 ? 0.0 : (double) report.score() / report.maxScore());
        root.put("output", Sanitizer.cut(Board.write(report, "./mvnw test -Dexercise=SLUG"), 20_000));
        if (!gradable) {
            ArrayNode errors = root.putArray("format_errors");
            for (ExerciseReport exercise : report.exercises()) {
                exercise.checks().stream()
                        .filter(check -> check.result().outcome() == CheckOutcome.FAILED)
                        .map(check -> Sanitizer.cut(FailureText.text(exercise, check), OUTPUT))
                        .forEach(text -> errors.add(Sanitizer.html(text)));
            }
        }
        ArrayNode tests = root.putArray("tests");
        int left = ALL_OUTPUT;
        for (ExerciseReport exercise : report.exercises()) {
            for (CheckReport check : exercise.checks()) {
                String output = Sanitizer.cut(FailureText.text(exercise, check), Math.max(2, Math.min(OUTPUT, left)));
                left -= output.length();
                write(tests.addObject(), exercise, check, output);
            }
        }
        return Json.indented(root);
    }

    private static void write(ObjectNode test, ExerciseReport exercise, CheckReport check, String output) {
        test.put("name", exercise.slug() + ": " + Sanitizer.line(check.title(), 200));
        test.put("description", check.phase().id());
        test.put("points", check.score());
        test.put("max_points", check.maxScore());
        test.put("message", check.result().outcome().name());
        test.put("output", output);
    }

    /**
     * Returns true if nothing could be judged, because the class does not compile or lacks a member of the contract.
     */
    private static boolean broken(ExerciseReport exercise) {
        return exercise.checks().stream()
                .anyMatch(check ->
                        check.phase() == Phase.COMPILE && check.result().outcome() == CheckOutcome.FAILED);
    }
}
