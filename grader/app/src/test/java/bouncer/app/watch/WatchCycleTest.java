package bouncer.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.result.CheckOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process judges several saves in turn, and each verdict is that of the saved sources. */
class WatchCycleTest {
    private static final String RIGHT =
            Path.of("../../solutions/04-counter/reference").toString();

    @TempDir
    private static Path home;

    private static GradingService service;
    private static Exercise exercise;

    private final List<ExerciseReport> reported = new ArrayList<>();

    @BeforeAll
    static void open() throws Exception {
        service = GradingService.open(TestHome.make(home.resolve("project")));
        service.keepWarm();
        exercise = service.catalog().exercise("04-counter");
    }

    @AfterAll
    static void close() throws InterruptedException {
        service.close();
    }

    @Test
    void everySaveIsJudgedByItsContent() throws Exception {
        assertThat(judge(Path.of(RIGHT))).isEqualTo(Verdict.ACCEPTED);
        assertThat(judge(counter("value++;"))).isEqualTo(Verdict.REJECTED);
        assertThat(judge(Path.of(RIGHT))).isEqualTo(Verdict.ACCEPTED);
        assertThat(judge(counter("no such thing;"))).isEqualTo(Verdict.REJECTED);
        assertThat(judge(
                        counter("synchronized (this) { try { wait(); } catch (InterruptedException e) { value++; } }")))
                .isEqualTo(Verdict.REJECTED);
        assertThat(judge(Path.of(RIGHT))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void explorationsAreReportedBeforeMeasuredChecksRun() throws Exception {
        judge(Path.of(RIGHT));
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).checks())
                .isNotEmpty()
                .noneMatch(check -> check.phase().isMeasured());
    }

    @Test
    void aFailureIsReportedImmediatelyAndOnce() throws Exception {
        judge(counter("value++;"));
        assertThat(reported).hasSize(1);
        assertThat(reported.get(0).diagnosis()).isPresent();
        assertThat(reported.get(0).checks())
                .hasSizeLessThan(service.catalog().checks(exercise).size());
    }

    @Test
    void theRunningCheckIsAbortedWhenTheJudgingIsStopped() throws Exception {
        Path endless = counter("while (value >= 0) { value &= 7; }");
        AtomicLong stopped = new AtomicLong();
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(endless, exercise))) {
            AtomicLong begun = new AtomicLong();
            Optional<ExerciseReport> report = WatchCycle.judge(
                    grading, reported::add, (number, of, check) -> begun.compareAndSet(0, System.nanoTime()), () -> {
                        boolean met = begun.get() != 0 && System.nanoTime() - begun.get() > 500_000_000;
                        stopped.compareAndSet(0, met ? System.nanoTime() : 0);
                        return met;
                    });
            assertThat(report).isEmpty();
            assertThat(grading.judged())
                    .as("the checks before the endless one")
                    .allMatch(check -> check.result().outcome() == CheckOutcome.PASSED)
                    .hasSizeLessThan(grading.specs().size());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - stopped.get())).isLessThan(Duration.ofSeconds(3));
        assertThat(judge(Path.of(RIGHT))).isEqualTo(Verdict.ACCEPTED);
    }

    private Verdict judge(Path submission) throws IOException, InterruptedException {
        reported.clear();
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise))) {
            return WatchCycle.judge(grading, reported::add, (number, of, check) -> {}, () -> false)
                    .orElseThrow()
                    .verdict();
        }
    }

    private static Path counter(String increment) throws IOException {
        Path root = Files.createTempDirectory(home, "counter");
        Path file = Files.createDirectory(root.resolve("counter")).resolve("ThreadSafeCounter.java");
        Files.writeString(file, """
                package counter;
                public final class ThreadSafeCounter {
                    private long value;
                    public void increment() { %s }
                    public synchronized void decrement() { value--; }
                    public synchronized long get() { return value; }
                    public synchronized long getAndReset() { long last = value; value = 0; return last; }
                }
                """.formatted(increment));
        return root;
    }
}
