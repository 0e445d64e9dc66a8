package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.checks.result.CheckOutcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Classroom 50's {@code result.json}, schema {@code classroom50/result/v1}: whole points only, a score never above its
 * maximum, and no member at the root that the schema lacks. Stateless.
 */
final class Classroom50 {
    private static final int OUTPUT = 2000;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Classroom50() {}

    static String write(Report report, Map<String, String> environment, Instant now) {
        String commit = get(environment, "COMMIT_URL", "local");
        ObjectNode root = Json.object();
        root.put("schema", "classroom50/result/v1");
        root.put("classroom", get(environment, "CLASSROOM", "local"));
        root.put("assignment", get(environment, "ASSIGNMENT", "bouncer"));
        root.put("assignment_type", get(environment, "ASSIGNMENT_TYPE", "individual"));
        root.put("owner", get(environment, "USERNAME", get(environment, "OWNER", report.name())));
        root.put("submission", get(environment, "SUBMISSION_TAG", "submit/local"));
        root.put("commit", commit);
        root.put("release", get(environment, "RELEASE_URL", commit));
        root.put("review", get(environment, "REVIEW_URL", commit));
        root.put("datetime", SECONDS.format(now));
        root.put("score", report.score());
        root.put("max-score", report.maxScore());
        ArrayNode tests = root.putArray("tests");
        Set<String> names = new HashSet<>();
        for (ExerciseReport exercise : report.exercises()) {
            for (CheckReport check : exercise.checks()) {
                String name = exercise.slug() + ": " + Sanitizer.line(check.title(), 160);
                for (int i = 2; !names.add(name); i++) {
                    name = exercise.slug() + ": " + Sanitizer.line(check.title(), 160) + " (" + i + ")";
                }
                write(tests.addObject().put("test-name", name), exercise, check);
            }
        }
        return Json.indented(root);
    }

    private static void write(ObjectNode test, ExerciseReport exercise, CheckReport check) {
        CheckOutcome outcome = check.result().outcome();
        boolean free = outcome == CheckOutcome.INCONCLUSIVE && check.score() == check.maxScore();
        test.put("passed", outcome == CheckOutcome.PASSED || free);
        test.put("score", check.score());
        test.put("max-score", check.maxScore());
        test.put("outcome", outcome.name());
        // Shown up to 2,000 characters, so what matters most comes first.
        test.put("output", Sanitizer.cut(FailureText.text(exercise, check), OUTPUT));
    }

    private static String get(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }
}
