package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private static final Clock THEN = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @Test
    void everySubmissionGetsAReportAndARow() throws Exception {
        classOf(12);
        Batch.Summary summary = run(new FakeGrader(0), "out", "h", false);
        assertThat(summary.submissions()).isEqualTo(13);
        assertThat(summary.harnessFailures()).containsExactly("boom");
        List<String> rows = Files.readAllLines(home.resolve("out/results.csv"));
        assertThat(rows).hasSize(14);
        assertThat(rows.subList(1, 14)).isSortedAccordingTo((a, b) -> a.split(",")[0].compareTo(b.split(",")[0]));
        String index = Files.readString(home.resolve("out/index.html"));
        for (String row : rows.subList(1, 14)) {
            String user = row.split(",")[0];
            assertThat(index).contains("pages/" + user + ".html");
            assertThat(home.resolve("out/pages/" + user + ".html")).exists();
        }
    }

    @Test
    void aGradedSubmissionIsGradedAgainOnlyAfterAChange() throws Exception {
        classOf(6);
        run(new FakeGrader(0), "out", "h", false);
        FakeGrader second = new FakeGrader(0);
        run(second, "out", "h", false);
        assertThat(second.graded).as("only what the harness failed on").hasValue(1);
        FakeGrader.submit(home.resolve("class/s3"), "changed");
        FakeGrader third = new FakeGrader(0);
        run(third, "out", "h", false);
        assertThat(third.graded).hasValue(2);
        FakeGrader other = new FakeGrader(0);
        run(other, "out", "another harness", false);
        assertThat(other.graded).hasValue(7);
    }

    @Test
    void regradingKeepsTheOldGradeAndReportsChanges() throws Exception {
        classOf(3);
        run(new FakeGrader(0), "out", "h", false);
        int old =
                new Store(home.resolve("out")).read("s1").orElseThrow().report().score();
        FakeGrader.submit(home.resolve("class/s1"), "quite another text");
        Batch.Summary summary = run(new FakeGrader(0), "out", "h", true);
        Result now = new Store(home.resolve("out")).read("s1").orElseThrow();
        assertThat(now.before()).isNotNull();
        assertThat(now.before().score()).isEqualTo(old);
        assertThat(summary.changes()).anyMatch(change -> change.startsWith("s1: ") && change.contains(" → "));
        assertThat(summary.changes()).noneMatch(change -> change.startsWith("s0: "));
        assertThat(Files.readString(home.resolve("out/results.csv"))).contains("," + old + ",");
    }

    @Test
    void twoMergedShardsEqualOneRun() throws Exception {
        classOf(11);
        run(new FakeGrader(0), "whole", "h", false);
        run(new FakeGrader(0), "one", "h", 1, 2);
        run(new FakeGrader(0), "two", "h", 2, 2);
        Batch.merge(List.of(home.resolve("one"), home.resolve("two")), home.resolve("merged"));
        for (String file : List.of("results.csv", "index.html")) {
            assertThat(home.resolve("merged").resolve(file))
                    .hasSameTextualContentAs(home.resolve("whole").resolve(file));
        }
        assertThat(names("merged/reports")).isEqualTo(names("whole/reports"));
        for (String name : names("whole/reports")) {
            assertThat(home.resolve("merged/reports").resolve(name))
                    .hasSameTextualContentAs(home.resolve("whole/reports").resolve(name));
        }
    }

    @Test
    void aRunKilledThreeTimesEndsLikeAnUninterruptedOne() throws Exception {
        classOf(40);
        run(new FakeGrader(0), "whole", "h", false);
        for (int graded : new int[] {3, 11, 23}) {
            Process child = child("killed", 15);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> !child.isAlive() || reports("killed") >= graded);
            child.destroyForcibly().waitFor();
        }
        assertThat(reports("killed")).as("graded before the last run").isBetween(23L, 41L);
        assertThat(child("killed", 0).waitFor()).isZero();
        assertThat(home.resolve("killed/results.csv")).hasSameTextualContentAs(home.resolve("whole/results.csv"));
        assertThat(home.resolve("killed/index.html")).hasSameTextualContentAs(home.resolve("whole/index.html"));
    }

    @Test
    @Timeout(60)
    void twoRunsDoNotWriteToOneDirectoryAtOnce() throws Exception {
        classOf(30);
        Process child = child("busy", 60_000);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !child.isAlive() || !names("busy/work").isEmpty());
        assertThat(child("busy", 0).waitFor()).isEqualTo(2);
        child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Test
    void archivesAreTakenOrRefusedOneByOne() throws Exception {
        Files.createDirectories(home.resolve("class"));
        zip("ada.zip", "ada-main/src/main/java/" + FakeGrader.EXERCISE.files().get(0));
        zip("eve.zip", "../" + FakeGrader.EXERCISE.files().get(0));
        FakeGrader grader = new FakeGrader(0);
        run(grader, "out", "h", false);
        assertThat(grader.graded).hasValue(1);
        Store store = new Store(home.resolve("out"));
        assertThat(store.read("eve")
                        .orElseThrow()
                        .report()
                        .exercises()
                        .get(0)
                        .checks()
                        .get(0)
                        .result()
                        .note())
                .contains("outside");
        Result ada = store.read("ada").orElseThrow();
        assertThat(ada.harnessFailed()).as("%s", ada.report()).isFalse();
    }

    private void classOf(int students) throws IOException {
        for (int i = 0; i < students; i++) {
            FakeGrader.submit(home.resolve("class/s" + i), "student " + i);
        }
        FakeGrader.submit(home.resolve("class/boom"), "boom");
    }

    private void zip(String name, String entry) throws IOException {
        try (OutputStream out = Files.newOutputStream(home.resolve("class").resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(FakeGrader.source("zipped").getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> names(String directory) throws IOException {
        if (!Files.isDirectory(home.resolve(directory))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private long reports(String out) throws IOException {
        return names(out + "/reports").stream()
                .filter(name -> name.endsWith(".json"))
                .count();
    }

    private Batch.Summary run(FakeGrader grader, String out, String harness, boolean regrade) throws Exception {
        return Batch.run(
                cache -> grader,
                FakeGrader.EXERCISES,
                FakeGrader.exercises(),
                options(home, out, 1, 1, regrade),
                harness,
                silent());
    }

    private void run(FakeGrader grader, String out, String harness, int shard, int shards) throws Exception {
        Batch.run(
                cache -> grader,
                FakeGrader.EXERCISES,
                FakeGrader.exercises(),
                options(home, out, shard, shards, false),
                harness,
                silent());
    }

    private static Batch.Options options(Path home, String out, int shard, int shards, boolean regrade) {
        return new Batch.Options(home.resolve("class"), home.resolve(out), 3, shard, shards, regrade, null, THEN);
    }

    private Process child(String out, long millis) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                home.toString(),
                out,
                Long.toString(millis)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Runs a batch in a separate process that can be killed. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws Exception {
            try {
                Batch.run(
                        cache -> new FakeGrader(Long.parseLong(args[2])),
                        FakeGrader.EXERCISES,
                        FakeGrader.exercises(),
                        options(Path.of(args[0]), args[1], 1, 1, false),
                        "h",
                        silent());
            } catch (Batch.Busy e) {
                System.exit(2);
            }
        }
    }

    private static BatchProgress silent() {
        return new BatchProgress() {
            @Override
            public void begin(int total, int kept) {}

            @Override
            public void graded(String user, int score, int maxScore) {}

            @Override
            public void end() {}
        };
    }
}
