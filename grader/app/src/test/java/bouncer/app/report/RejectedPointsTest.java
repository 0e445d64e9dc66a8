package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A rejected exercise never has all of its points in any format, and a format that lists tests shows a failed one. */
class RejectedPointsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReportFormat.Context CONTEXT = new ReportFormat.Context(Map.of(), Instant.EPOCH);
    private static final Pattern OF = Pattern.compile("(\\d+) of (\\d+) points");
    private static final Pattern JUNIT = Pattern.compile(
            "name=\"score\" value=\"(\\d+)\"></property>\\s*<property name=\"maxScore\" value=\"(\\d+)\"");

    @Test
    void noFormatGivesARejectedExerciseAllOfItsPoints() throws JsonProcessingException {
        List<Report> rejected = rejected();
        for (Report report : rejected) {
            int most = report.maxScore();
            assertThat(score(report, ReportFormat.JSON, "score")).isLessThan(most);
            assertThat(score(report, ReportFormat.GRADESCOPE, "score")).isLessThan(most);
            assertThat(score(report, ReportFormat.CLASSROOM50, "score")).isLessThan(most);
            assertThat(score(report, ReportFormat.PRAIRIELEARN, "score")).isLessThan(1);
            assertThat(score(report, ReportFormat.CODIO, "grade")).isLessThan(100);
            assertThat(report.exercises().get(0).score()).isLessThan(most);
            assertThat(write(report, ReportFormat.CSV).lines().skip(1))
                    .allMatch(row -> Integer.parseInt(row.split(",")[3]) < Integer.parseInt(row.split(",")[4]));
            String autolab = write(report, ReportFormat.AUTOLAB).strip();
            JsonNode board = JSON.readTree(autolab.substring(autolab.lastIndexOf('\n') + 1));
            assertThat(board.path("scoreboard").get(0).intValue()).isLessThan(most);
            for (ReportFormat words : List.of(
                    ReportFormat.MARKDOWN, ReportFormat.SUMMARY, ReportFormat.ANNOTATIONS, ReportFormat.AUTOLAB)) {
                assertThat(OF.matcher(write(report, words)).results())
                        .isNotEmpty()
                        .allMatch(RejectedPointsTest::isLess);
            }
        }
        assertThat(rejected).hasSizeGreaterThan(100);
    }

    @Test
    void everyListOfTestsHasOneOfPositiveWeightThatFails() throws JsonProcessingException {
        for (Report report : rejected()) {
            tests(
                    report,
                    ReportFormat.GRADESCOPE,
                    test -> test.path("status").asText().equals("failed")
                            && test.path("score").intValue()
                                    < test.path("max_score").intValue());
            tests(
                    report,
                    ReportFormat.CLASSROOM50,
                    test -> !test.path("passed").booleanValue()
                            && test.path("score").intValue()
                                    < test.path("max-score").intValue());
            tests(
                    report,
                    ReportFormat.PRAIRIELEARN,
                    test -> test.path("message").asText().equals("FAILED")
                            && test.path("points").intValue()
                                    < test.path("max_points").intValue());
            String junit = write(report, ReportFormat.JUNIT);
            assertThat(junit).contains("<failure");
            assertThat(JUNIT.matcher(junit).results()).isNotEmpty().allMatch(RejectedPointsTest::isLess);
            for (String line : write(report, ReportFormat.CLASSROOM).lines().toList()) {
                if (line.contains("_RESULTS=")) {
                    byte[] text = Base64.getDecoder().decode(line.substring(line.indexOf('=') + 1));
                    JsonNode result = JSON.readTree(new String(text, StandardCharsets.UTF_8));
                    assertThat(result.path("tests"))
                            .anyMatch(test -> test.path("status").asText().equals("fail"));
                }
            }
        }
    }

    private static boolean isLess(MatchResult points) {
        return Integer.parseInt(points.group(1)) < Integer.parseInt(points.group(2));
    }

    private static void tests(Report report, ReportFormat format, Predicate<JsonNode> fails)
            throws JsonProcessingException {
        JsonNode tests = JSON.readTree(write(report, format)).path("tests");
        assertThat(StreamSupport.stream(tests.spliterator(), false))
                .as(format.id())
                .anyMatch(fails);
    }

    private static double score(Report report, ReportFormat format, String field) throws JsonProcessingException {
        return JSON.readTree(write(report, format)).path(field).doubleValue();
    }

    private static String write(Report report, ReportFormat format) {
        return format.write(report, CONTEXT);
    }

    /** Returns reports of one rejected exercise each, some of whose failed checks are worth no points. */
    private static List<Report> rejected() {
        List<Report> rejected = new ArrayList<>();
        LongStream.range(0, 100).mapToObj(Samples::report).forEach(report -> {
            for (ExerciseReport exercise : report.exercises()) {
                if (exercise.verdict() == Verdict.REJECTED) {
                    rejected.add(new Report(report.name(), report.sha256(), report.origin(), List.of(exercise)));
                }
            }
        });
        return rejected;
    }
}
