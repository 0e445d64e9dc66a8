package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.Exercise;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Attacks in the real pipeline: none is accepted or leaves a file or a process, and each report says why. */
class HostileTest {
    /**
     * Makes a file look like a stub, so that no worker is started for an attack that is stopped before it needs one.
     */
    private static final String NO_WORKER = "// \"not implemented: open exercises/\n";

    @TempDir
    private static Path home;

    private static final Set<ProcessHandle> BEFORE = new HashSet<>();
    private static GradingService service;
    private static Exercise exercise;

    @BeforeAll
    static void open() throws IOException {
        ProcessHandle.current().descendants().forEach(BEFORE::add);
        service = GradingService.open(TestHome.make(home.resolve("project")));
        exercise = service.catalog().exercise("04-counter");
    }

    @AfterAll
    static void nothingIsLeft() throws InterruptedException {
        service.close();
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .allMatch(BEFORE::contains);
        assertThat(home.resolve("canary")).doesNotExist();
    }

    @TestFactory
    Stream<DynamicTest> attacksAreStoppedBeforeTheyRun() throws IOException {
        return lines("hostile.txt")
                .map(line -> line.split(" :: ", 2))
                .map(attack -> DynamicTest.dynamicTest(
                        attack[0] + ": " + attack[1].substring(0, Math.min(60, attack[1].length())), () -> {
                            try (ExerciseGrading grading =
                                    service.grading(exercise, Intake.find(submission(attack[1]), exercise))) {
                                ExerciseReport report = grading.judge(JudgingObserver.NONE);
                                assertThat(report.verdict()).isEqualTo(Verdict.REJECTED);
                                assertThat(report.score()).isZero();
                                assertThat(grading.blocker().orElseThrow().findings())
                                        .anyMatch(finding -> finding.toString().contains(attack[0]));
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> oddCodeIsLetIn() throws IOException {
        return HonestCounter.oddities().stream()
                .map(line -> DynamicTest.dynamicTest(line.substring(0, Math.min(60, line.length())), () -> {
                    try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission(line), exercise))) {
                        assertThat(grading.blocker().map(CheckResult::findings).orElse(List.of()))
                                .isEmpty();
                    }
                }));
    }

    /** Annotation processors in a submission, also when named in a service file, are not run. */
    @Test
    void anAnnotationProcessorDoesNotRun() throws Exception {
        Path submission = submission("");
        Files.createDirectories(submission.resolve("META-INF/services"));
        Files.writeString(
                submission.resolve("META-INF/services/javax.annotation.processing.Processor"), "counter.Evil\n");
        Files.writeString(submission.resolve("counter/Evil.java"), """
                package counter;
                public class Evil extends javax.annotation.processing.AbstractProcessor {
                    public boolean process(java.util.Set<? extends javax.lang.model.element.TypeElement> a,
                            javax.annotation.processing.RoundEnvironment r) { System.exit(0); return true; }
                }
                """);
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise))) {
            assertThat(grading.blocker()).isEmpty();
            assertThat(grading.classes()).containsOnlyKeys("counter/ThreadSafeCounter");
        }
    }

    private static Path submission(String members) throws IOException {
        Path directory = Files.createTempDirectory(home, "submission");
        return HonestCounter.with(members, NO_WORKER, home.resolve("canary")).writtenTo(directory);
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (var in = Objects.requireNonNull(HostileTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
