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
import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenChecksTest {
    private static final String SECRET = "the secret of the instructor";

    @TempDir
    private static Path home;

    private static Path exercises;
    private static Exercise exercise;

    @BeforeAll
    static void build() throws IOException {
        exercises = TestHome.make(home.resolve("project"));
        try (GradingService service = GradingService.open(exercises)) {
            exercise = service.catalog().exercise("04-counter");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theyAreJudgedAndReportsGiveTheirNumberOnly() throws Exception {
        Path hidden = write("assertThat(new ThreadSafeCounter().get()).as(\"" + SECRET + "\").isEqualTo(7);");
        Path submission = Path.of("../../solutions/04-counter/reference");
        try (GradingService service = GradingService.open(exercises, IsolationMode.NONE, hidden, true)) {
            List<CheckSpec> unseen = service.catalog().checks(exercise).stream()
                    .filter(spec -> spec.title().startsWith("hidden check"))
                    .toList();
            assertThat(unseen)
                    .extracting(CheckSpec::title)
                    .containsExactly("hidden check 1 of 2", "hidden check 2 of 2");
            assertThat(unseen).extracting(CheckSpec::points).containsExactly(3, 2);
            try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise))) {
                ExerciseReport report = grading.judge(unseen, JudgingObserver.NONE);
                assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
                String json = JsonReport.write(service.report("x", List.of(report), new TreeMap<>()));
                assertThat(json)
                        .contains("hidden check 1 of 2 failed")
                        .doesNotContain(SECRET, "Unseen", "expected", "wrong-result");
                assertThat(report.checks())
                        .flatExtracting(check -> check.result().findings())
                        .extracting("fault")
                        .containsExactly(Fault.HIDDEN_CHECK);
                assertThat(report.score()).isEqualTo(2);
            }
        }
    }

    @Test
    void anInstructorCanSeeThemInFull() throws Exception {
        Path hidden = write("assertThat(new ThreadSafeCounter().get()).as(\"" + SECRET + "\").isEqualTo(7);");
        Path submission = Path.of("../../solutions/04-counter/reference");
        try (GradingService service = GradingService.open(exercises, IsolationMode.NONE, hidden, false)) {
            CheckSpec first = service.catalog().checks(exercise).stream()
                    .filter(spec -> spec.checkClass().equals("counter.UnseenChecks"))
                    .findFirst()
                    .orElseThrow();
            try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise))) {
                ExerciseReport report = grading.judge(List.of(first), JudgingObserver.NONE);
                assertThat(report.diagnosis().orElseThrow().message()).contains(SECRET);
            }
        }
    }

    /** In a worker without isolation, a submission can read every file of the grader. */
    @Test
    void noClassFileOfThemLiesInTheGradersTemporaryDirectories() throws Exception {
        Path submission = Path.of("../../solutions/04-counter/reference");
        try (GradingService service = GradingService.open(exercises, IsolationMode.NONE, write(""), true);
                ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise));
                Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String ours = "bouncer-" + ProcessHandle.current().pid() + "-";
            List<Path> directories = temporary
                    .filter(path -> path.getFileName().toString().startsWith(ours))
                    .toList();
            assertThat(directories).isNotEmpty();
            for (Path directory : directories) {
                try (Stream<Path> files = Files.walk(directory)) {
                    assertThat(files.map(Path::toString)).noneMatch(file -> file.contains("UnseenChecks"));
                }
            }
            assertThat(grading.judge(JudgingObserver.NONE).checks())
                    .filteredOn(check -> check.title().startsWith("hidden check"))
                    .extracting(check -> check.result().outcome())
                    .containsExactly(CheckOutcome.PASSED, CheckOutcome.PASSED);
        }
    }

    @Test
    void onesThatDoNotCompileAreTheInstructorsProblem() throws IOException {
        Path hidden = write("no such thing;");
        assertThatThrownBy(() -> GradingService.open(exercises, IsolationMode.NONE, hidden, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("do not compile");
    }

    @Test
    void onesThatWouldCheckNothingAreAnError() throws IOException {
        Path hidden = write("");
        Path file = hidden.resolve("04-counter/counter/UnseenChecks.java");
        String text = Files.readString(file);

        Path misnamed = Files.move(file, file.resolveSibling("UnseenTest.java"));
        assertInvalid(hidden, "UnseenTest.java would be ignored: rename it so that its name ends with Checks.java");
        Files.delete(misnamed);
        assertInvalid(hidden, "04-counter contains no file whose name ends with Checks.java");

        Files.writeString(file, text.replace("@ChecksFor(\"04-counter\")", "@ChecksFor(\"06-mutex\")"));
        assertInvalid(hidden, "is annotated @ChecksFor(\"06-mutex\") but lies in 04-counter");
        Files.writeString(file, "package counter;\n\nclass UnseenChecks {}\n");
        assertInvalid(hidden, "UnseenChecks.java declares no check");
        Files.writeString(file, text);

        Path misplaced = Files.writeString(hidden.resolve("StrayChecks.java"), text);
        assertInvalid(hidden, "StrayChecks.java belongs to no exercise: move it to");
        Files.delete(misplaced);
        Files.createDirectories(hidden.resolve("04-counters"));
        assertInvalid(hidden, "04-counters is not the name of an exercise; these exist: 01-two-tasks");

        assertInvalid(Files.createTempDirectory(home, "empty"), "contains no hidden checks");
    }

    private static void assertInvalid(Path hidden, String message) {
        assertThatThrownBy(() -> GradingService.open(exercises, IsolationMode.NONE, hidden, true))
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
