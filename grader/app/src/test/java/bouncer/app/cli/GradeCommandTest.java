package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and output of {@code bouncer grade}, as documented in the README. */
class GradeCommandTest {
    private static final Path SOLUTIONS = Path.of("../../solutions");
    private static final String COUNTER = "counter/ThreadSafeCounter.java";

    @TempDir
    private static Path home;

    private static Cli bouncer;

    @TempDir
    private Path submission;

    @BeforeAll
    static void build() throws IOException {
        bouncer = new Cli(TestHome.make(home));
    }

    @Test
    void anAcceptedExerciseAskedForIsZeroAndARejectedOneIsOne() throws IOException {
        hand("04-counter/reference", COUNTER);
        assertThat(bouncer.run("grade", submission.toString(), "--exercise", "04-counter"))
                .satisfies(ended -> assertThat(ended.out()).contains("04-counter"))
                .extracting(Cli.Ended::code)
                .isEqualTo(0);
        hand("04-counter/mistakes/lost-update", COUNTER);
        assertThat(bouncer.run("grade", submission.toString(), "--exercise", "04-counter")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void oneExerciseOfEightIsNotEverything() throws IOException {
        Files.writeString(
                submission.resolve("ThreadSafeCounter.java"),
                Files.readString(SOLUTIONS.resolve("04-counter/reference").resolve(COUNTER)));
        Cli.Ended ended = bouncer.run("grade", submission.toString(), "--json", "-");
        assertThat(ended.code()).isEqualTo(1);
        JsonNode report = json(ended.out());
        assertThat(report.path("score").asInt()).isEqualTo(15);
        assertThat(report.path("maxScore").asInt()).isEqualTo(100);
        assertThat(report.path("exercises").findValuesAsText("verdict"))
                .containsOnlyOnce("ACCEPTED")
                .containsOnly("ACCEPTED", "NOT_STARTED")
                .hasSize(8);
    }

    @Test
    void anEmptyDirectoryAndOneWithGitAloneAreNotStarted() throws IOException {
        for (String content : List.of("", ".git")) {
            Files.createDirectories(submission.resolve(content));
            Cli.Ended ended = bouncer.run("grade", submission.toString(), "--json", "-");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).isEmpty();
            assertThat(json(ended.out()).path("exercises").findValuesAsText("verdict"))
                    .hasSize(8)
                    .containsOnly("NOT_STARTED");
        }
    }

    @Test
    void jsonAloneGoesToStandardOutputAndOtherReportsGoToTheirFiles() throws IOException {
        Path page = submission.resolve("page.html");
        Path csv = submission.resolve("report.csv");
        Cli.Ended ended = bouncer.run(
                "grade",
                submission.toString(),
                "--exercise",
                "01-two-tasks",
                "--json",
                "-",
                "--html",
                page.toString(),
                "--report",
                "csv=" + csv);
        assertThat(json(ended.out()).path("schema").asText()).isEqualTo("bouncer/report/v1");
        assertThat(page).content().contains("01-two-tasks");
        assertThat(csv).content().contains("01-two-tasks");
    }

    @Test
    void aReportThatCannotBeWrittenDoesNotLoseTheVerdictsNorTheOtherReports() {
        Path good = submission.resolve("good.csv");
        Path bad = submission.resolve("missing/directory/report.xml");
        Cli.Ended ended = bouncer.run(
                "grade",
                submission.toString(),
                "--exercise",
                "01-two-tasks",
                "--report",
                "junit=" + bad,
                "--report",
                "csv=" + good);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("01-two-tasks");
        assertThat(ended.err()).contains("The report " + bad + " cannot be written");
        assertThat(good).exists();
    }

    @Test
    void whatCannotBeAskedIsTwo() {
        usage("is not a directory", "grade", submission.resolve("nowhere").toString());
        usage("no exercise is called 99-none", "grade", submission.toString(), "--exercise", "99-none");
        usage("no report format is called pdf", "grade", submission.toString(), "--report", "pdf=x");
        usage("names no file", "grade", submission.toString(), "--report", "csv");
        usage("only one report can go to standard output", "grade", ".", "--json", "-", "--report", "csv=-");
        usage("--isolation is auto", "grade", submission.toString(), "--isolation", "prison");
        usage("--hidden nowhere is not a directory", "grade", submission.toString(), "--hidden", "nowhere");
        usage("--debug needs one --exercise", "grade", submission.toString(), "--debug");
        usage("Missing required parameter", "grade");
    }

    private static void usage(String words, String... args) {
        Cli.Ended ended = bouncer.run(args);
        assertThat(ended.err()).contains(words).doesNotContain("\tat ");
        assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    }

    private void hand(String solution, String file) throws IOException {
        Path target = submission.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(SOLUTIONS.resolve(solution).resolve(file)));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
