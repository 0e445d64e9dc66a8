package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The format of the action classroom-resources/autograding-grading-reporter, one runner for each exercise: lines for
 * {@code $GITHUB_ENV}, {@code BOUNCER_RUNNERS=counter,mutex} and {@code COUNTER_RESULTS=…} in base64. Stateless.
 *
 * <p>The action computes two scores from one result: its table shows the share of passed tests, its notice the sum of
 * the tests' points. Both equal our points only if all tests have the same points, so each test here is one point of a
 * check.
 */
final class ClassroomReporter {
    /** The most characters of a message; the first limit with which the result is short enough is used. */
    private static final int[] MESSAGES = {2000, 500, 100, 0};

    /** The most bytes of a result: Linux does not start a process with an environment variable of 128 KiB. */
    private static final int MOST = 120_000;

    private ClassroomReporter() {}

    static String write(Report report) {
        StringBuilder lines = new StringBuilder();
        List<String> runners = new ArrayList<>();
        for (ExerciseReport exercise : report.exercises()) {
            String runner = runner(exercise.slug(), runners);
            runners.add(runner);
            lines.append(runner.toUpperCase(Locale.ROOT))
                    .append("_RESULTS=")
                    .append(encoded(exercise))
                    .append('\n');
        }
        return "BOUNCER_RUNNERS=" + String.join(",", runners) + "\n" + lines;
    }

    private static String encoded(ExerciseReport exercise) {
        String base64 = "";
        for (int most : MESSAGES) {
            byte[] json = Json.compact(result(exercise, most)).getBytes(StandardCharsets.UTF_8);
            base64 = Base64.getEncoder().encodeToString(json);
            if (base64.length() <= MOST) {
                break;
            }
        }
        return base64;
    }

    /** Returns a runner's name: letters and digits only, as the action demands, and no digit first. */
    private static String runner(String slug, List<String> taken) {
        String letters = slug.replaceAll("[^A-Za-z0-9]", "");
        String name = letters.replaceFirst("^[0-9]+", "");
        return name.isEmpty() || taken.contains(name) ? "x" + letters : name;
    }

    private static ObjectNode result(ExerciseReport exercise, int most) {
        ObjectNode result = Json.object();
        result.put("version", 1);
        result.put("status", status(exercise.verdict()));
        result.put("max_score", exercise.maxScore());
        ArrayNode tests = result.putArray("tests");
        String unpaid = unpaid(exercise);
        for (CheckReport check : exercise.checks()) {
            for (int point = 1; point <= check.maxScore(); point++) {
                add(tests, exercise, check, point, tests.isEmpty() ? unpaid : "", most);
            }
        }
        if (tests.isEmpty()) {
            test(tests, exercise.slug(), status(exercise.verdict()), 0).put("message", message(unpaid, most));
        }
        return result;
    }

    private static void add(
            ArrayNode tests, ExerciseReport exercise, CheckReport check, int point, String before, int most) {
        boolean earned = point <= check.score();
        boolean ours = check.result().outcome() == CheckOutcome.ERROR;
        String name = Sanitizer.line(check.title(), 120) + " (point " + point + " of " + check.maxScore() + ")";
        ObjectNode test = test(tests, name, earned ? "pass" : ours ? "error" : "fail", earned ? 1 : 0);
        test.put("duration", point == 1 ? check.result().millis() : 0);
        if (earned || point > check.score() + 1) {
            // Only the first test of a check carries the message.
            return;
        }
        test.put("message", message((before + "\n" + FailureText.text(exercise, check)).strip(), most));
        exercise.locations(check).stream().findFirst().ifPresent(location -> {
            test.put("filename", exercise.pathOf(location));
            test.put("line_no", location.line());
        });
    }

    private static String message(String text, int most) {
        return most == 0 ? "" : Sanitizer.cut(text, most);
    }

    private static ObjectNode test(ArrayNode tests, String name, String status, int score) {
        ObjectNode test = tests.addObject();
        test.put("name", name);
        test.put("status", status);
        test.put("score", score);
        test.putNull("message");
        test.put("test_code", "");
        test.put("filename", "");
        test.put("line_no", 0);
        test.put("duration", 0);
        return test;
    }

    /** Returns the failures of checks without points, such as a file that does not compile. */
    private static String unpaid(ExerciseReport exercise) {
        return String.join(
                "\n",
                exercise.checks().stream()
                        .filter(check -> check.maxScore() == 0)
                        .map(check -> FailureText.text(exercise, check))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String status(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "pass";
            case REJECTED, NOT_STARTED -> "fail";
            case INCONCLUSIVE, ERROR -> "error";
        };
    }
}
