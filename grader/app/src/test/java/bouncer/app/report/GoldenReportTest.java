package bouncer.app.report;

import bouncer.app.Golden;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenReportTest {
    private static final String AGAIN = "./mvnw test -Dexercise=SLUG";

    @Test
    void theBoardShowsEveryKindOfVerdict() throws IOException {
        Golden.check(
                "board/everything.txt",
                board(
                        Club.accepted(),
                        Recorded.exercise("lost-update"),
                        Club.deadlock(),
                        Club.doesNotCompile(),
                        Recorded.exercise("if-not-while"),
                        Club.inconclusive(),
                        Club.harnessError()));
    }

    @Test
    void theBoardAdvisesByWhatIsLeft() throws IOException {
        Golden.check("board/all-accepted.txt", board(Club.accepted()));
        Golden.check("board/not-started.txt", board(Club.accepted(), Club.notStarted()));
        Golden.check("board/deadlock.txt", board(Club.deadlock()));
        Golden.check("board/if-not-while.txt", board(Recorded.exercise("if-not-while")));
        Golden.check("board/does-not-compile.txt", board(Club.doesNotCompile()));
        Golden.check("board/inconclusive.txt", board(Club.accepted(), Club.inconclusive()));
        Golden.check("board/harness-error.txt", board(Club.harnessError()));
    }

    @Test
    void schedulesStandInColumns() throws IOException {
        List<Step> three = IntStream.range(0, 30)
                .mapToObj(i -> new Step(
                        "T" + (i % 3 + 1),
                        i % 2 == 0 ? "pool/SemaphorePool.java" : "pool/Slot.java",
                        10 + i,
                        i % 5 == 0 ? "waits for the monitor of a SemaphorePool that T1 holds" : "reads free = " + i))
                .toList();
        Golden.check("columns/three-threads.txt", String.join("\n", ScheduleTable.draw(three, 12, 96)) + "\n");
        Golden.check("columns/one-file.txt", String.join("\n", ScheduleTable.draw(three.subList(0, 1), 12, 60)) + "\n");
    }

    @Test
    void aReplayShowsEveryStepAndWhatCameOfIt() throws IOException {
        for (ExerciseReport exercise : List.of(Club.lostUpdate(), Club.deadlock())) {
            CheckReport check = exercise.checks().get(1);
            Golden.check("replay/" + exercise.slug() + ".txt", ReplayText.write(check.title(), check.result()));
        }
        CheckResult fixed = new CheckResult(
                "club.Checks#x",
                CheckOutcome.PASSED,
                List.of(),
                "This schedule no longer fails:\nT1 reads count = 0",
                new CheckCoverage.Explored(1, false, null),
                3);
        Golden.check("replay/fixed.txt", ReplayText.write("no increment is lost", fixed));
    }

    @Test
    void writersOfTextStayAsTheyWere() throws IOException {
        ReportFormat.Context context = new ReportFormat.Context(Map.of(), Instant.EPOCH);
        for (ReportFormat format : List.of(
                ReportFormat.JSON,
                ReportFormat.MARKDOWN,
                ReportFormat.ANNOTATIONS,
                ReportFormat.CSV,
                ReportFormat.JUNIT,
                ReportFormat.SARIF,
                ReportFormat.CLASSROOM50)) {
            Golden.check("writers/" + format.id() + ".txt", format.write(Club.report(), context));
        }
    }

    private static String board(ExerciseReport... exercises) {
        return Board.write(Club.report(List.of(exercises)), AGAIN);
    }
}
