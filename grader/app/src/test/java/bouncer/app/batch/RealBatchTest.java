package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Grades a small class with the real service: a right submission beside one that does not compile, one that exits, and
 * a wrong one.
 */
class RealBatchTest {
    private static final Path SOLUTIONS = Path.of("../../solutions/04-counter");

    @TempDir
    private Path home;

    @Test
    void aSubmissionThatExitsOrDoesNotCompileDoesNotAffectOthers() throws Exception {
        Path exercises = TestHome.make(home.resolve("project"));
        copy("ada", "reference");
        copy("bob", "mistakes/lost-update");
        Path broken = copy("eve", "reference");
        Files.writeString(broken, Files.readString(broken) + "this is no Java");
        Path exits = copy("mal", "reference");
        Files.writeString(exits, Files.readString(exits).replaceFirst("\\{", "{ static { System.exit(0); } "));

        Batch.Options options =
                new Batch.Options(home.resolve("class"), home.resolve("out"), 2, 1, 1, false, null, Clock.systemUTC());
        try (GradingService service = GradingService.open(exercises)) {
            List<Exercise> chosen = service.catalog().exercises().stream()
                    .filter(exercise -> exercise.slug().equals("04-counter"))
                    .toList();
            Count first = new Count();
            Batch.Summary summary = Batch.run(service, chosen, null, options, first);
            assertThat(summary.harnessFailures()).isEmpty();
            assertThat(first.graded).isEqualTo(4);
            assertThat(verdicts())
                    .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED, Verdict.REJECTED, Verdict.REJECTED);

            Count second = new Count();
            Batch.run(service, chosen, null, options, second);
            assertThat(second.graded).isZero();
        }
        // A continued run knows most verdicts already and judges nothing before its first report.
        Files.delete(home.resolve("out/reports/ada.json"));
        try (GradingService service = GradingService.open(exercises)) {
            List<Exercise> chosen = service.catalog().exercises().stream()
                    .filter(exercise -> exercise.slug().equals("04-counter"))
                    .toList();
            Batch.run(service, chosen, null, options, new Count());
        }
        assertThat(new Store(home.resolve("out")).all())
                .extracting(result -> result.report().origin().isolation())
                .containsOnly(new Store(home.resolve("out"))
                        .read("eve")
                        .orElseThrow()
                        .report()
                        .origin()
                        .isolation());
    }

    private List<Verdict> verdicts() throws IOException {
        return new Store(home.resolve("out"))
                .all().stream()
                        .map(result -> result.report().exercises().get(0).verdict())
                        .toList();
    }

    private Path copy(String user, String variant) throws IOException {
        Path to = Files.createDirectories(home.resolve("class").resolve(user).resolve("counter"));
        try (Stream<Path> files = Files.list(SOLUTIONS.resolve(variant).resolve("counter"))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
        return to.resolve("ThreadSafeCounter.java");
    }

    private static final class Count implements BatchProgress {
        private int graded;

        @Override
        public void begin(int total, int kept) {}

        @Override
        public void graded(String user, int score, int maxScore) {
            graded++;
        }

        @Override
        public void end() {}
    }
}
