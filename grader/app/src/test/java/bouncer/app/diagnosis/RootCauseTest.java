package bouncer.app.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.app.verdict.Verdict;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Location;
import bouncer.checks.result.Phase;
import bouncer.checks.result.RacingAccess;
import bouncer.checks.result.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which of several findings comes first. */
class RootCauseTest {
    private static final String FILE = "a/B.java";
    private static final Location LINE = new Location(FILE, 3);
    private static final List<Step> INTERLEAVED = List.of(step("T1", 3), step("T2", 3), step("T2", 3), step("T1", 3));
    private static final List<Step> ONE_AFTER_THE_OTHER = List.of(step("T1", 3), step("T1", 3), step("T2", 3));

    @Test
    void aLostWakeUpComesBeforeATimeoutAtTheEndOfTheRange() {
        CheckReport timeout = failed(
                Phase.CONTRACT,
                "timeouts",
                contract(Fault.BAD_TIMEOUT, "tryLock(-9223372036854775808) waits for a lock"));
        CheckReport asleep = failed(
                Phase.EXPLORE,
                "taking turns",
                new Finding.Stuck(Fault.LOST_WAKEUP, "T1 waits", LINE, List.of(), INTERLEAVED, "t"));
        assertThat(first(List.of(), timeout, asleep)).isEqualTo("taking turns");
    }

    @Test
    void aWrongResultOfOneThreadComesBeforeARace_unlessOnlyTheEndOfARangeIsWrong() {
        CheckReport race = failed(Phase.EXPLORE, "race", explored(Fault.LOST_UPDATE, INTERLEAVED));
        CheckReport simple = failed(Phase.CONTRACT, "simple", contract(Fault.WRONG_RESULT, "expected 2, but it is 4"));
        CheckReport edge = failed(
                Phase.CONTRACT, "edge", contract(Fault.WRONG_RESULT, "expected 2147483648, but it is -2147483648"));
        assertThat(first(List.of(), race, simple)).isEqualTo("simple");
        assertThat(first(List.of(), edge, race)).isEqualTo("race");
    }

    @Test
    void whatEveryRunShowsComesBeforeWhatHappenedUnderStress() {
        CheckReport stress =
                failed(Phase.STRESS, "stress", contract(Fault.LOST_UPDATE, "expected 2000, but it is 1999"));
        CheckReport timeout = failed(Phase.CONTRACT, "timeout", contract(Fault.BAD_TIMEOUT, "too late"));
        assertThat(first(List.of(), stress, timeout)).isEqualTo("timeout");
    }

    @Test
    void whatTheCodeExplainsComesFirstAmongEquals() {
        CheckReport unexplained = failed(Phase.EXPLORE, "one", explored(Fault.TORN_SNAPSHOT, INTERLEAVED));
        CheckReport explained = failed(Phase.EXPLORE, "two", explored(Fault.LOST_UPDATE, INTERLEAVED));
        Facts.Fact fact = new Facts.Fact(FILE, new Misconception.UnguardedUpdate(3, "count"));
        assertThat(first(List.of(fact), unexplained, explained)).isEqualTo("two");
    }

    @Test
    void aMistakeExplainsOnlyARunThatPassesItsLineOrItsField() {
        CheckReport failed = failed(Phase.EXPLORE, "one", explored(Fault.LOST_UPDATE, INTERLEAVED));
        Facts.Fact elsewhere = new Facts.Fact(FILE, new Misconception.UnguardedUpdate(77, "calls"));
        assertThat(cause(List.of(elsewhere), failed).facts()).isEmpty();
        Facts.Fact here = new Facts.Fact(FILE, new Misconception.UnguardedUpdate(3, "calls"));
        assertThat(cause(List.of(here), failed).facts()).containsExactly(here);
    }

    @Test
    void anotherThreadsWriteIsClaimedOnlyWhereTheRunShowsIt() {
        assertThat(Evidence.fault(explored(Fault.LOST_UPDATE, INTERLEAVED))).isEqualTo(Fault.LOST_UPDATE);
        assertThat(Evidence.fault(explored(Fault.LOST_UPDATE, ONE_AFTER_THE_OTHER)))
                .isEqualTo(Fault.WRONG_RESULT);
        assertThat(Evidence.fault(explored(Fault.LOST_UPDATE, List.of())))
                .as("nothing recorded")
                .isEqualTo(Fault.LOST_UPDATE);
        List<Step> late = new ArrayList<>(ONE_AFTER_THE_OTHER);
        late.add(new Step("T2", FILE, 3, "writes count = 1 into its store buffer"));
        assertThat(Evidence.fault(explored(Fault.LOST_UPDATE, late))).isEqualTo(Fault.LOST_UPDATE);
    }

    @Test
    void twoThreadsInsideAtOnceAreNoMereDataRace() {
        Step first = new Step("T1", "", 0, "uses data", Step.Kind.WRITE, "data", null, -1, null, null);
        Step second = new Step("T2", "", 0, "uses data", Step.Kind.READ, "data", null, -1, null, null);
        assertThat(Evidence.fault(race(first, step("T2", 3), second))).isEqualTo(Fault.NOT_EXCLUSIVE);
        assertThat(Evidence.fault(race(first, step("T1", 9), step("T2", 3), second)))
                .as("T1 has left")
                .isEqualTo(Fault.UNLOCKED_READ);
    }

    private static Finding race(Step... steps) {
        return new Finding.DataRace(
                Fault.UNLOCKED_READ,
                "race",
                null,
                "data",
                new RacingAccess("T1", "writes data", List.of()),
                new RacingAccess("T2", "reads data", List.of()),
                List.of(steps),
                "t");
    }

    private static String first(List<Facts.Fact> facts, CheckReport... checks) {
        return cause(facts, checks).check().title();
    }

    private static RootCause cause(List<Facts.Fact> facts, CheckReport... checks) {
        ExerciseReport report = new ExerciseReport("01-a", "A", "", Verdict.REJECTED, List.of(checks));
        return RootCause.of(report, facts).orElseThrow();
    }

    private static Finding contract(Fault fault, String message) {
        return new Finding.ContractBroken(fault, message, LINE);
    }

    private static Finding explored(Fault fault, List<Step> steps) {
        return new Finding.WrongResult(fault, "expected 2, but it is 1", LINE, steps, "t");
    }

    private static Step step(String thread, int line) {
        return new Step(thread, FILE, line, "reads count = 0");
    }

    private static CheckReport failed(Phase phase, String title, Finding finding) {
        CheckResult result = new CheckResult(
                "a.Checks#" + title.replace(' ', '_'),
                CheckOutcome.FAILED,
                List.of(finding),
                "",
                new CheckCoverage.None(),
                1);
        return new CheckReport(phase, title, result, 0, 1);
    }
}
