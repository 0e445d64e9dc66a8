package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bouncer.app.TestHome;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.sandbox.IsolationMode;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prefetched explorations give the same results as explorations in the order of judging. */
class ExplorationPrefetcherTest {
    private static final long TICKS_PER_SECOND = 100;

    @TempDir
    private static Path home;

    @Test
    void prefetchedExplorationsHaveTheSameResults() throws Exception {
        try (GradingService service = GradingService.open(TestHome.make(home.resolve("project")), IsolationMode.NONE)) {
            Exercise exercise = service.catalog().exercise("06-mutex");
            Path much = Path.of("../../solutions/06-mutex/alternatives/ticket-park");
            assertThat(explored(service, exercise, much, true)).isEqualTo(explored(service, exercise, much, false));
        }
    }

    /** Compares processor time: that of all child processes of the judging that have ended. */
    @Test
    void anEndlessLoopIsNotExploredBesideTheCheckThatHangs() throws Exception {
        Path stat = Path.of("/proc/self/stat");
        assumeTrue(Files.exists(stat), "only Linux reports the processor time of ended children");
        Path file = home.resolve("endless/counter/ThreadSafeCounter.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package counter;
                public final class ThreadSafeCounter {
                    private long value;
                    public void increment() { while (true) { value &= 7; } }
                    public synchronized void decrement() { value--; }
                    public synchronized long get() { return value; }
                    public synchronized long getAndReset() { long last = value; value = 0; return last; }
                }
                """);
        try (GradingService service = GradingService.open(TestHome.make(home.resolve("other")), IsolationMode.NONE)) {
            Exercise counter = service.catalog().exercise("04-counter");
            service.warmUp();
            long before = endedChildrenTicks(stat);
            try (ExerciseGrading grading = service.grading(counter, Intake.find(home.resolve("endless"), counter))) {
                grading.prefetchExplorations();
                List<CheckReport> checks = grading.judge(JudgingObserver.NONE).checks();
                assertThat(checks)
                        .filteredOn(check -> check.phase() == Phase.EXPLORE)
                        .isNotEmpty()
                        .allMatch(check -> check.result().outcome() == CheckOutcome.SKIPPED);
            }
            assertThat(endedChildrenTicks(stat) - before).isLessThan(15 * TICKS_PER_SECOND);
        }
    }

    private static long endedChildrenTicks(Path stat) throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    private static List<String> explored(GradingService service, Exercise exercise, Path submission, boolean ahead)
            throws Exception {
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(submission, exercise))) {
            if (ahead) {
                grading.prefetchExplorations();
            }
            // Without the measured checks, which take most of the time and are never prefetched.
            List<CheckSpec> deterministic = grading.specs().stream()
                    .filter(spec -> !spec.phase().isMeasured())
                    .toList();
            return grading.judge(deterministic, JudgingObserver.NONE).checks().stream()
                    .filter(check -> check.phase() == Phase.EXPLORE)
                    .map(check -> check.result().id() + " " + check.result().outcome() + " "
                            + check.result().coverage() + " " + check.result().findings())
                    .toList();
        }
    }
}
