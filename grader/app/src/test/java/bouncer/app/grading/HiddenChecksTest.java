package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.TestHome;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.report.JsonReport;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenChecksTest {
    private static final String SECRET = "the secret of the instructor";

    @TempDir
    private static Path home;

    private static Path exercises;
    private static Exercise room;

    @BeforeAll
    static void build() throws IOException {
        exercises = TestHome.make(home.resolve("project"));
        try (GradingService house = GradingService.open(exercises)) {
            room = house.rooms().stream()
                    .filter(candidate -> candidate.slug().equals("04-counter"))
                    .findFirst()
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theyAreJudgedAndOnlyTheirNumberIsTold() throws Exception {
        Path hidden = write("assertThat(new ThreadSafeCounter().get()).as(\"" + SECRET + "\").isEqualTo(7);");
        Path submission = Path.of("../../solutions/04-counter/reference");
        try (GradingService house = GradingService.open(exercises, IsolationMode.NONE, hidden)) {
            List<CheckSpec> unseen = house.checks(room).stream()
                    .filter(spec -> spec.title().startsWith("hidden check"))
                    .toList();
            assertThat(unseen)
                    .extracting(CheckSpec::title)
                    .containsExactly("hidden check 1 of 2", "hidden check 2 of 2");
            assertThat(unseen).extracting(CheckSpec::points).containsExactly(3, 2);
            try (ExerciseGrading grading = house.grading(room, Intake.find(submission, room))) {
                ExerciseReport report = grading.judge(unseen, JudgingObserver.NONE);
                assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
                String json = JsonReport.write(house.report("x", List.of(report), new TreeMap<>()));
                assertThat(json).contains("hidden check 1 of 2 failed").doesNotContain(SECRET, "Unseen", "expected");
                assertThat(report.score()).isEqualTo(2);
            }
        }
    }

    @Test
    void onesThatDoNotCompileAreTheInstructorsProblem() throws IOException {
        Path hidden = write("no such thing;");
        assertThatThrownBy(() -> GradingService.open(exercises, IsolationMode.NONE, hidden))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("do not compile");
    }

    @Test
    void onesThatWouldCheckNothingAreAnError() throws IOException {
        Path hidden = write("");
        Path file = hidden.resolve("04-counter/counter/UnseenChecks.java");
        String text = Files.readString(file);

        Path misnamed = Files.move(file, file.resolveSibling("UnseenTest.java"));
        assertInvalid(hidden, "UnseenTest.java would not be found: let its name end with Checks.java");
        Files.delete(misnamed);
        assertInvalid(hidden, "04-counter holds no file whose name ends with Checks.java");

        Files.writeString(file, text.replace("@ChecksFor(\"04-counter\")", "@ChecksFor(\"06-mutex\")"));
        assertInvalid(hidden, "says @ChecksFor(\"06-mutex\") and lies in 04-counter");
        Files.writeString(file, "package counter;\n\nclass UnseenChecks {}\n");
        assertInvalid(hidden, "UnseenChecks.java declares no check");
        Files.writeString(file, text);

        Path misplaced = Files.writeString(hidden.resolve("StrayChecks.java"), text);
        assertInvalid(hidden, "StrayChecks.java belongs to no exercise: move it to");
        Files.delete(misplaced);
        Files.createDirectories(hidden.resolve("04-counters"));
        assertInvalid(hidden, "04-counters is named after no exercise; they are 01-two-tasks");

        assertInvalid(Files.createTempDirectory(home, "empty"), "holds no hidden checks");
    }

    private static void assertInvalid(Path hidden, String message) {
        assertThatThrownBy(() -> GradingService.open(exercises, IsolationMode.NONE, hidden))
                .isInstanceOf(InvalidHiddenChecks.class)
                .hasMessageContaining(message);
    }

    private static Path write(String statement) throws IOException {
        Path directory = Files.createTempDirectory(home, "hidden");
        Path file = directory.resolve("04-counter/counter/UnseenChecks.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package counter;

                import static org.assertj.core.api.Assertions.assertThat;

                import bouncer.checks.Contract;
                import bouncer.checks.ChecksFor;
                import bouncer.checks.On;

                @ChecksFor("04-counter")
                class UnseenChecks {
                    @Contract(points = 3, on = On.PLATFORM)
                    void first() {
                        %s
                    }

                    @Contract(points = 2, on = On.PLATFORM)
                    void second() {
                        assertThat(new ThreadSafeCounter().get()).isZero();
                    }
                }
                """.formatted(statement));
        return directory;
    }
}
