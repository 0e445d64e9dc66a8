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

class DocketTest {
    private static final Origin ORIGIN = Samples.report(1).origin();
    private final ShutdownFlag farewell = ShutdownFlag.begin();
    private final AtomicInteger judged = new AtomicInteger();

    @TempDir
    private Path out;

    @AfterEach
    void close() {
        farewell.close();
    }

    @Test
    void theSameSourcesAreJudgedOnceByThisRunAndTheNext() throws Exception {
        VerdictCache first = VerdictCache.open(out, "h", false, farewell);
        ExerciseReport said = ask(first, "a", Verdict.REJECTED);
        assertThat(ask(first, "a", Verdict.ACCEPTED)).isEqualTo(said);
        assertThat(first.judged()).isEqualTo(1);
        assertThat(first.known()).isEqualTo(1);
        VerdictCache second = VerdictCache.open(out, "h", false, farewell);
        assertThat(ask(second, "a", Verdict.ACCEPTED)).isEqualTo(said);
        assertThat(ask(second, "b", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(judged).hasValue(2);
    }

    @Test
    void whoeverAsksForTheSameMeanwhileWaitsForTheAnswer() throws Exception {
        VerdictCache docket = VerdictCache.open(out, "h", false, farewell);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ExerciseReport>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String key = "key" + i % 3;
                answers.add(threads.submit(() -> ask(docket, key, Verdict.ACCEPTED)));
            }
            for (Future<ExerciseReport> answer : answers) {
                assertThat(answer.get().verdict()).isEqualTo(Verdict.ACCEPTED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(judged).hasValue(3);
        assertThat(docket.known()).isEqualTo(9);
    }

    @Test
    void gradingAfreshBelievesOnlyWhatThisRunJudged() throws Exception {
        ask(VerdictCache.open(out, "h", false, farewell), "a", Verdict.REJECTED);
        VerdictCache afresh = VerdictCache.open(out, "h", true, farewell);
        assertThat(ask(afresh, "a", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        ask(afresh, "a", Verdict.REJECTED);
        assertThat(judged).hasValue(2);
        assertThat(ask(VerdictCache.open(out, "h", false, farewell), "a", Verdict.REJECTED)
                        .verdict())
                .as("what was said last")
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void anotherHarnessKnowsNothing() throws Exception {
        ask(VerdictCache.open(out, "h", false, farewell), "a", Verdict.REJECTED);
        ask(VerdictCache.open(out, "another", false, farewell), "a", Verdict.ACCEPTED);
        assertThat(judged).hasValue(2);
        assertThat(out.resolve("judged/h")).doesNotExist();
    }

    @Test
    void whatTheHarnessFailedOnAndWhatIsNoReportIsJudgedAgain() throws Exception {
        VerdictCache docket = VerdictCache.open(out, "h", false, farewell);
        ask(docket, "a", Verdict.ERROR);
        assertThat(ask(docket, "a", Verdict.ACCEPTED).verdict()).isEqualTo(Verdict.ACCEPTED);
        Files.writeString(out.resolve("judged/h/b.json"), "{\"schema\": \"bouncer/rep");
        assertThat(ask(docket, "b", Verdict.REJECTED).verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(judged).hasValue(3);
    }

    private ExerciseReport ask(VerdictCache docket, String key, Verdict verdict) throws Exception {
        return docket.of(key, ORIGIN, () -> {
            judged.incrementAndGet();
            return new ExerciseReport("04-counter", "A counter", "src/main/java", verdict, List.of());
        });
    }
}
