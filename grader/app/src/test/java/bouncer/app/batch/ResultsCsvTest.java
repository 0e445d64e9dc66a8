package bouncer.app.batch;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.diagnosis.Diagnosed;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Origin;
import bouncer.app.verdict.Report;
import bouncer.app.verdict.Verdict;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.Step;
import bouncer.checks.result.WaitingThread;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsCsvTest {
    private static final Location LINE = new Location("counter/ThreadSafeCounter.java", 12);
    private static final Location OTHER = new Location("counter/ThreadSafeCounter.java", 13);

    @Test
    void detailsThatDependOnTimingAreNotInTheTable() {
        assertThat(row(Phase.CONTRACT, new Finding.Spinning(Fault.HANG, "Used 8 s, last seen at " + LINE, LINE)))
                .isEqualTo(
                        row(Phase.CONTRACT, new Finding.Spinning(Fault.HANG, "Used 9 s, last seen at " + OTHER, OTHER)))
                .contains("04-counter: Call does not return (hang) [hang] fails: counts up");
        assertThat(row(Phase.CONTRACT, stuck("a", LINE))).isEqualTo(row(Phase.CONTRACT, stuck("b", OTHER)));
        assertThat(row(Phase.STRESS, new Finding.WrongResult(Fault.LOST_UPDATE, "it is 3", LINE, List.of(), null)))
                .isEqualTo(row(
                        Phase.STRESS, new Finding.WrongResult(Fault.LOST_UPDATE, "it is 4", LINE, List.of(), null)));
        assertThat(row(Phase.CONTRACT, new Finding.Crash(Fault.STACK_OVERFLOW, "in " + LINE, LINE)))
                .isEqualTo(row(Phase.CONTRACT, new Finding.Crash(Fault.STACK_OVERFLOW, "in " + OTHER, OTHER)));
    }

    @Test
    void onlyTypeAndPlaceOfAnExceptionAreInTheTable() {
        for (String thrown : List.of("An unexpected a.B was thrown", "An unexpected a.B was thrown in " + LINE)) {
            assertThat(row(
                            Phase.CONTRACT,
                            new Finding.Crash(Fault.UNEXPECTED_EXCEPTION, thrown + ": Broken pipe: 7", LINE)))
                    .isEqualTo(row(Phase.CONTRACT, new Finding.Crash(Fault.UNEXPECTED_EXCEPTION, thrown, LINE)))
                    .contains(thrown + " (" + LINE + ")");
        }
        Step step = new Step("T1", LINE.file(), 1, "reads", Step.Kind.READ, "value", "0", -1, null, null);
        Finding explored = new Finding.Crash(
                Fault.UNEXPECTED_EXCEPTION, "An unexpected a.B was thrown: 7", LINE, List.of(step), "token");
        assertThat(row(Phase.EXPLORE, explored)).contains("An unexpected a.B was thrown: 7");
    }

    @Test
    void aReproducibleFindingIsReportedWithItsLine() {
        assertThat(row(Phase.EXPLORE, new Finding.WrongResult(Fault.LOST_UPDATE, "it is 3", LINE, List.of(), "token")))
                .contains("04-counter: Lost update [lost-update] it is 3 (counter/ThreadSafeCounter.java:12),token");
        assertThat(row(Phase.CONTRACT, new Finding.ContractBroken(Fault.WRONG_RESULT, "expected 1", LINE)))
                .contains("[wrong-result] expected 1 (counter/ThreadSafeCounter.java:12)");
    }

    private static Finding stuck(String thread, Location at) {
        return new Finding.Stuck(
                Fault.HANG, thread + " waits for a lock", at, List.of(new WaitingThread(thread, "a lock", null, at)));
    }

    private static String row(Phase phase, Finding finding) {
        CheckResult result =
                new CheckResult("c#countsUp", CheckOutcome.FAILED, List.of(finding), "", new CheckCoverage.None(), 1);
        ExerciseReport exercise = new ExerciseReport(
                "04-counter",
                "A counter",
                "",
                Verdict.REJECTED,
                List.of(new CheckReport(phase, "counts up", result, 0, 1)));
        Report report =
                new Report("ada", "hash", new Origin("1", "17", 2, "process only"), List.of(Diagnosed.of(exercise)));
        return ResultsCsv.write(List.of(new Result("ada", "ada", "key", "then", null, report, null)));
    }
}
