package bouncer.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Tests every writer on generated reports: its points equal those of the JSON report, and its form what readers
 * demand.
 */
class WritersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReportFormat.Context CONTEXT = new ReportFormat.Context(
            Map.of(
                    "CLASSROOM",
                    "cs",
                    "ASSIGNMENT",
                    "locks",
                    "USERNAME",
                    "ada",
                    "SUBMISSION_TAG",
                    "submit/2026-x",
                    "COMMIT_URL",
                    "https://example.org/c"),
            Instant.parse("2026-11-24T10:11:12.345Z"));

    /** Linux does not start a process with an environment variable of 128 KiB or more. */
    @Test
    void theClassicReportersVariablesStayShort() {
        Finding wordy = new Finding.Unusable(Fault.BAD_SOURCE, "漢".repeat(5_000), null);
        CheckResult failed = new CheckResult("x", CheckOutcome.FAILED, List.of(wordy), "", new CheckCoverage.None(), 1);
        List<CheckReport> checks = IntStream.range(0, 60)
                .mapToObj(i -> new CheckReport(Phase.CONTRACT, "a check " + i, failed, 0, 5))
                .toList();
        Report sample = Samples.report(1);
        Report report = new Report(
                "ada",
                sample.sha256(),
                sample.origin(),
                List.of(new ExerciseReport("04-counter", "A counter", "", Verdict.REJECTED, checks)));
        assertThat(ReportFormat.CLASSROOM.write(report, CONTEXT).lines())
                .allMatch(line -> line.length() < 128 * 1024)
                .anyMatch(line -> line.startsWith("COUNTER_RESULTS="));
    }

    @Test
    void theClassicReporterComesToOurPointsInBothItsWays() throws JsonProcessingException {
        for (Report report : reports()) {
            Map<String, String> lines = new TreeMap<>();
            ReportFormat.CLASSROOM
                    .write(report, CONTEXT)
                    .lines()
                    .forEach(line -> lines.put(line.split("=", 2)[0], line.split("=", 2)[1]));
            String runners = lines.get("BOUNCER_RUNNERS");
            assertThat(runners).matches("([a-zA-Z0-9]+,)*[a-zA-Z0-9]+|");
            double table = 0;
            int notice = 0;
            int most = 0;
            List<String> ids = runners.isEmpty() ? List.of() : List.of(runners.split(","));
            for (int i = 0; i < ids.size(); i++) {
                byte[] bytes = Base64.getDecoder()
                        .decode(lines.get(ids.get(i).toUpperCase(java.util.Locale.ROOT) + "_RESULTS"));
                JsonNode result = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
                ExerciseReport exercise = report.exercises().get(i);
                int passed = 0;
                for (JsonNode test : result.path("tests")) {
                    passed += test.path("status").asText().equals("pass") ? 1 : 0;
                    notice += test.path("score").intValue();
                    assertThat(test.path("score").isInt()).isTrue();
                    assertThat(test.path("line_no").isInt()).isTrue();
                    assertThat(test.path("status").asText()).isIn("pass", "fail", "error");
                }
                assertThat(result.path("tests")).isNotEmpty();
                // The action prints this number unrounded, so it must be exact.
                table += (double) passed / result.path("tests").size() * exercise.maxScore();
                most += result.path("max_score").intValue();
                assertThat(result.path("status").asText().equals("pass"))
                        .isEqualTo(exercise.verdict() == Verdict.ACCEPTED);
            }
            assertThat(table).isEqualTo(report.score());
            assertThat(notice).isEqualTo(report.score());
            assertThat(most).isEqualTo(report.maxScore());
        }
    }

    @Test
    void classroom50SaysOurPointsInItsOwnWords() throws JsonProcessingException {
        for (Report report : reports()) {
            JsonNode root = JSON.readTree(ReportFormat.CLASSROOM50.write(report, CONTEXT));
            assertThat(root.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "schema",
                            "classroom",
                            "assignment",
                            "assignment_type",
                            "owner",
                            "submission",
                            "commit",
                            "release",
                            "review",
                            "datetime",
                            "score",
                            "max-score",
                            "tests");
            assertThat(root.path("datetime").asText()).isEqualTo("2026-11-24T10:11:12Z");
            assertThat(root.path("submission").asText()).startsWith("submit/");
            assertThat(root.path("score").intValue()).isEqualTo(report.score());
            assertThat(root.path("max-score").intValue()).isEqualTo(report.maxScore());
            assertThat(sum(root.path("tests"), "score")).isEqualTo(report.score());
            assertThat(sum(root.path("tests"), "max-score")).isEqualTo(report.maxScore());
            Set<String> names = new HashSet<>();
            for (JsonNode test : root.path("tests")) {
                assertThat(names.add(test.path("test-name").asText())).isTrue();
                assertThat(test.path("passed").isBoolean()).isTrue();
                assertThat(test.path("score").isInt()).isTrue();
                assertThat(test.path("score").intValue())
                        .isBetween(0, test.path("max-score").intValue());
                assertThat(test.path("output").asText().length()).isLessThanOrEqualTo(2000);
            }
        }
    }

    @Test
    void gradescopePrairieLearnAutolabAndCodioAgreeWithUs() throws JsonProcessingException {
        for (Report report : reports()) {
            JsonNode gradescope = JSON.readTree(ReportFormat.GRADESCOPE.write(report, CONTEXT));
            assertThat(gradescope.path("score").intValue()).isEqualTo(report.score());
            assertThat(sum(gradescope.path("tests"), "score")).isEqualTo(report.score());
            assertThat(sum(gradescope.path("tests"), "max_score")).isEqualTo(report.maxScore());
            assertThat(gradescope.path("tests"))
                    .allSatisfy(test -> assertThat(test.path("status").asText()).isIn("passed", "failed"));

            String text = ReportFormat.PRAIRIELEARN.write(report, CONTEXT);
            JsonNode prairie = JSON.readTree(text);
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
            assertThat(prairie.path("score").doubleValue() * report.maxScore()).isCloseTo(report.score(), within(1e-9));
            assertThat(sum(prairie.path("tests"), "points")).isEqualTo(report.score());
            assertThat(sum(prairie.path("tests"), "max_points")).isEqualTo(report.maxScore());
            assertThat(prairie.path("gradable").booleanValue())
                    .isEqualTo(prairie.path("format_errors").isMissingNode());

            String[] lines = ReportFormat.AUTOLAB.write(report, CONTEXT).split("\n");
            JsonNode autolab = JSON.readTree(lines[lines.length - 1]);
            int problems = 0;
            for (JsonNode score : autolab.path("scores")) {
                problems += score.intValue();
            }
            assertThat(problems).isEqualTo(report.score());
            assertThat(autolab.path("scoreboard").get(0).intValue()).isEqualTo(report.score());

            JsonNode codio = JSON.readTree(ReportFormat.CODIO.write(report, CONTEXT));
            assertThat(codio.path("points").intValue()).isEqualTo(report.score());
            assertThat(codio.path("grade").doubleValue() * report.maxScore() / 100)
                    .isCloseTo(report.score(), within(0.01));
        }
    }

    @Test
    void junitCountsWhatWeCount() throws Exception {
        for (Report report : reports()) {
            Document xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(ReportFormat.JUNIT.write(report, CONTEXT))));
            assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(checks(report));
            assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(count(report, CheckOutcome.FAILED));
            assertThat(xml.getElementsByTagName("error").getLength()).isEqualTo(count(report, CheckOutcome.ERROR));
            Element root = xml.getDocumentElement();
            assertThat(root.getAttribute("failures")).isEqualTo(Integer.toString(count(report, CheckOutcome.FAILED)));
            assertThat(root.getAttribute("tests")).isEqualTo(Integer.toString(checks(report)));
            NodeList properties = xml.getElementsByTagName("property");
            int score = IntStream.range(0, properties.getLength())
                    .mapToObj(i -> (Element) properties.item(i))
                    .filter(property -> property.getAttribute("name").equals("score"))
                    .mapToInt(property -> Integer.parseInt(property.getAttribute("value")))
                    .sum();
            assertThat(score).isEqualTo(report.score());
        }
    }

    @Test
    void sarifHoldsEveryFindingAtItsPlace() throws JsonProcessingException {
        for (Report report : reports()) {
            JsonNode run = JSON.readTree(ReportFormat.SARIF.write(report, CONTEXT))
                    .path("runs")
                    .path(0);
            Set<String> rules = new HashSet<>();
            run.path("tool")
                    .path("driver")
                    .path("rules")
                    .forEach(rule -> rules.add(rule.path("id").asText()));
            assertThat(run.path("results").size()).isEqualTo(findings(report));
            assertThat(run.path("properties").path("score").intValue()).isEqualTo(report.score());
            for (JsonNode result : run.path("results")) {
                assertThat(rules).contains(result.path("ruleId").asText());
                JsonNode place = result.path("locations").path(0).path("physicalLocation");
                assertThat(place.path("artifactLocation").path("uri").asText()).matches("[A-Za-z0-9/._$%-]+");
                assertThat(result.path("message").path("text").asText()).isNotEmpty();
                JsonNode line = place.path("region").path("startLine");
                assertThat(line.isMissingNode() || line.intValue() > 0).isTrue();
            }
        }
    }

    @Test
    void githubNeverSeesMoreOrOtherCommandsThanOurs() {
        Pattern ours = Pattern.compile("::(error|warning|notice) ([a-z]+=[^:,]*)(,[a-z]+=[^:,]*)*::.*");
        for (Report report : reports()) {
            List<String> lines =
                    ReportFormat.ANNOTATIONS.write(report, CONTEXT).lines().toList();
            assertThat(lines).allMatch(line -> ours.matcher(line).matches());
            long errors =
                    lines.stream().filter(line -> line.startsWith("::error")).count();
            assertThat(errors).isEqualTo(Math.min(10, findings(report)));
            assertThat(lines.stream().filter(line -> line.startsWith("::warning")))
                    .hasSizeLessThanOrEqualTo(10);
            assertThat(lines.get(lines.size() - 1)).contains(report.score() + " of " + report.maxScore() + " points");
            for (ReportFormat format : List.of(ReportFormat.MARKDOWN, ReportFormat.SUMMARY, ReportFormat.AUTOLAB)) {
                assertThat(format.write(report, CONTEXT).lines())
                        .noneMatch(line -> line.strip().startsWith("::"));
            }
            assertThat(Board.write(report, "x").lines())
                    .noneMatch(line -> line.strip().startsWith("::"));
        }
    }

    @Test
    void everyRejectedExerciseIsAnnotatedBeforeAnyIsTwice() {
        for (Report report : reports()) {
            long rejected = report.exercises().stream()
                    .filter(exercise -> exercise.diagnosis().isPresent())
                    .count();
            Set<String> titles = new HashSet<>();
            ReportFormat.ANNOTATIONS
                    .write(report, CONTEXT)
                    .lines()
                    .filter(line -> line.startsWith("::error"))
                    .limit(rejected)
                    .forEach(line -> titles.add(line.replaceAll(".*title=(0\\d-room-.).*", "$1")));
            assertThat(titles).hasSize((int) rejected);
        }
    }

    @Test
    void markdownAndSummaryCarryNoMarkupOfTheSubmission() {
        for (Report report : reports()) {
            for (ReportFormat format : List.of(ReportFormat.MARKDOWN, ReportFormat.SUMMARY)) {
                String text = format.write(report, CONTEXT);
                String outsideFences = text.replaceAll("(?s)````text\n.*?\n````\n", "");
                assertThat(outsideFences).doesNotContain("<script", "<img", "](javascript");
                assertThat(outsideFences).contains(report.score() + " of " + report.maxScore() + " points");
                assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(1 << 20);
                int rows = (int) outsideFences
                        .lines()
                        .filter(line -> line.startsWith("| 0"))
                        .count();
                assertThat(rows).isEqualTo(report.exercises().size());
            }
        }
    }

    @Test
    void csvHasOneRowAnExerciseAndNoFormulas() {
        for (Report report : reports()) {
            List<String> rows =
                    ReportFormat.CSV.write(report, CONTEXT).lines().skip(1).toList();
            assertThat(rows).hasSize(report.exercises().size());
            int score = rows.stream()
                    .mapToInt(row -> Integer.parseInt(row.split(",")[3]))
                    .sum();
            assertThat(score).isEqualTo(report.score());
            assertThat(rows)
                    .noneMatch(row ->
                            Pattern.compile("(^|,)\"?[=+@-]").matcher(row).find());
        }
    }

    @Test
    void noFormatLetsATerminalEscapeOrABellThrough() {
        for (Report report : reports()) {
            for (ReportFormat format : ReportFormat.values()) {
                assertThat(format.write(report, CONTEXT)).as(format.id()).doesNotContain("\u001b", "\u0007", "\u0000");
            }
            assertThat(Board.write(report, "x")).doesNotContain("\u001b", "\u0007", "\u202e");
        }
    }

    @Test
    void everyFormatIsFoundByItsName() {
        assertThat(Arrays.stream(ReportFormat.values())
                        .map(format -> ReportFormat.of(format.id()).orElseThrow()))
                .containsExactly(ReportFormat.values());
        assertThat(ReportFormat.of("nonsense")).isEmpty();
    }

    private static List<Report> reports() {
        return LongStream.range(0, 150).mapToObj(Samples::report).toList();
    }

    private static int sum(JsonNode tests, String field) {
        return StreamSupport.stream(tests.spliterator(), false)
                .mapToInt(test -> test.path(field).intValue())
                .sum();
    }

    private static int checks(Report report) {
        return report.exercises().stream()
                .mapToInt(exercise -> exercise.checks().size())
                .sum();
    }

    private static int count(Report report, CheckOutcome outcome) {
        return (int) report.exercises().stream()
                .flatMap(exercise -> exercise.checks().stream())
                .filter(check -> check.result().outcome() == outcome)
                .count();
    }

    private static int findings(Report report) {
        return report.exercises().stream()
                .flatMap(exercise -> exercise.checks().stream())
                .mapToInt(check -> check.result().findings().size())
                .sum();
    }
}
