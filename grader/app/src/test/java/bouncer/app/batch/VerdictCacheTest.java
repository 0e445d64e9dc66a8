package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.report.Samples;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictCacheTest {
    private static final Origin ORIGIN = Samples.report(1).origin();
    private final ShutdownFlag shutdown = ShutdownFlag.begin();
    private final AtomicInteger judged = new AtomicInteger();

    @TempDir
    private Path out;

    @AfterEach
    void close() {
        shutdown.close();
    }

    @Test
    void theSameSourcesAreJudgedOnceByThisRunAndTheNext() throws Exception {
        VerdictCache first = VerdictCache.open(out, "h", false, shutdown);
        ExerciseReport said = ask(first, "a", Verdict.REJECTED);
        assertThat(ask(first, "a", Verdict.ACCEPTED)).isEqualTo(said);
        assertThat(first.judged()).isEqualTo(1);
        assertThat(first.known()).isEqualTo(1);
        VerdictCache second = VerdictCache.open(out, "h", false, shutdown);
        assertThat(ask(second, "a", Verdict.ACCEPTED)).isEqualTo(said);
        assertThat(ask(second, "b", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged).hasValue(2);
    }

    @Test
    void concurrentRequestsForTheSameSourcesWaitForOneJudging() throws Exception {
        VerdictCache cache = VerdictCache.open(out, "h", false, shutdown);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ExerciseReport>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String key = "key" + i % 3;
                answers.add(threads.submit(() -> ask(cache, key, Verdict.ACCEPTED)));
            }
            for (Future<ExerciseReport> answer : answers) {
                assertThat(answer.get().verdict()).isEqualTo(Verdict.ACCEPTED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(judged).hasValue(3);
        assertThat(cache.known()).isEqualTo(9);
    }

    @Test
    void regradingUsesOnlyReportsOfThisRun() throws Exception {
        ask(VerdictCache.open(out, "h", false, shutdown), "a", Verdict.REJECTED);
        VerdictCache afresh = VerdictCache.open(out, "h", true, shutdown);
        assertThat(ask(afresh, "a", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        ask(afresh, "a", Verdict.REJECTED);
        assertThat(judged).hasValue(2);
        assertThat(ask(VerdictCache.open(out, "h", false, shutdown), "a", Verdict.REJECTED)
                        .verdict())
                .as("what was said last")
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void reportsOfAnotherHarnessAreNotUsed() throws Exception {
        ask(VerdictCache.open(out, "h", false, shutdown), "a", Verdict.REJECTED);
        ask(VerdictCache.open(out, "another", false, shutdown), "a", Verdict.ACCEPTED);
        assertThat(judged).hasValue(2);
        assertThat(out.resolve("judged/h")).doesNotExist();
    }

    @Test
    void harnessErrorsAndUnreadableReportsAreJudgedAgain() throws Exception {
        VerdictCache cache = VerdictCache.open(out, "h", false, shutdown);
        ask(cache, "a", Verdict.ERROR);
        assertThat(ask(cache, "a", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        Files.writeString(out.resolve("judged/h/b.json"), "{\"schema\": \"bouncer/rep");
        assertThat(ask(cache, "b", Verdict.REJECTED).verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(judged).hasValue(3);
    }

    private ExerciseReport ask(VerdictCache cache, String key, Verdict verdict) throws Exception {
        return cache.of(key, ORIGIN, () -> {
            judged.incrementAndGet();
            return new ExerciseReport("04-counter", "A counter", "src/main/java", verdict, List.of());
        });
    }
}
