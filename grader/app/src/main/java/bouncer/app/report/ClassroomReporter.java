package bouncer.app.report;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.finding.Finding;
import bouncer.checks.finding.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * For the classic action classroom-resources/autograding-grading-reporter, one runner an exercise: lines for
 * {@code $GITHUB_ENV}, {@code BOUNCER_RUNNERS=counter,mutex} and {@code COUNTER_RESULTS=…} in base64. Stateless.
 *
 * <p>The action takes two scores out of one result: its table counts the share of tests that passed, its notice sums the
 * tests' own points. Both equal ours only when every test is worth the same, all or nothing. So each test here is one
 * point of a check.
 */
final class ClassroomReporter {
    private static final int MESSAGE = 2000;

    private ClassroomReporter() {}

    static String write(Report report) {
        StringBuilder lines = new StringBuilder();
        List<String> runners = new ArrayList<>();
        for (ExerciseReport exercise : report.exercises()) {
            String runner = runner(exercise.slug(), runners);
            runners.add(runner);
            byte[] json = Json.compact(result(exercise)).getBytes(StandardCharsets.UTF_8);
            lines.append(runner.toUpperCase(Locale.ROOT))
                    .append("_RESULTS=")
                    .append(Base64.getEncoder().encodeToString(json))
                    .append('\n');
        }
        return "BOUNCER_RUNNERS=" + String.join(",", runners) + "\n" + lines;
    }

    /** The action takes letters and digits only, and an environment variable does not begin with a digit. */
    private static String runner(String slug, List<String> taken) {
        String letters = slug.replaceAll("[^A-Za-z0-9]", "");
        String name = letters.replaceFirst("^[0-9]+", "");
        return name.isEmpty() || taken.contains(name) ? "x" + letters : name;
    }

    private static ObjectNode result(ExerciseReport exercise) {
        ObjectNode result = Json.object();
        result.put("version", 1);
        result.put("status", status(exercise.verdict()));
        result.put("max_score", exercise.maxScore());
        ArrayNode tests = result.putArray("tests");
        String unpaid = unpaid(exercise);
        for (CheckReport check : exercise.checks()) {
            for (int point = 1; point <= check.maxScore(); point++) {
                add(tests, exercise, check, point, tests.isEmpty() ? unpaid : "");
            }
        }
        if (tests.isEmpty()) {
            test(tests, exercise.slug(), status(exercise.verdict()), 0).put("message", unpaid);
        }
        return result;
    }

    private static void add(ArrayNode tests, ExerciseReport exercise, CheckReport check, int point, String before) {
        boolean earned = point <= check.score();
        boolean ours = check.result().outcome() == Outcome.ERROR;
        String name = Text.line(check.title(), 120) + " (point " + point + " of " + check.maxScore() + ")";
        ObjectNode test = test(tests, name, earned ? "pass" : ours ? "error" : "fail", earned ? 1 : 0);
        test.put("duration", point == 1 ? check.result().millis() : 0);
        if (earned || point > check.score() + 1) {
            // Said once for each check is enough.
            return;
        }
        test.put("message", Text.cut((before + "\n" + Explanation.text(check)).strip(), MESSAGE));
        check.result().findings().stream()
                .map(Finding::location)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(location -> {
                    test.put("filename", exercise.pathOf(location));
                    test.put("line_no", location.line());
                });
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

    /** What is wrong in checks that carry no points, such as a file that does not compile. */
    private static String unpaid(ExerciseReport exercise) {
        return String.join(
                "\n",
                exercise.checks().stream()
                        .filter(check -> check.maxScore() == 0)
                        .map(Explanation::text)
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
