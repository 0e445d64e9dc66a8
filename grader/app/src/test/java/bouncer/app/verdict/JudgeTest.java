package bouncer.app.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void oneFailureRejectsWhateverElseHappened() {
        assertThat(decide(true, check(Phase.CONTRACT, CheckOutcome.PASSED), check(Phase.STRESS, CheckOutcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
        assertThat(decide(true, check(Phase.CONTRACT, CheckOutcome.ERROR), check(Phase.STRESS, CheckOutcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void anInconclusiveTimingCheckCostsNothing() {
        CheckReport timing = check(Phase.TIMING, CheckOutcome.INCONCLUSIVE);
        assertThat(timing.score()).isEqualTo(3);
        assertThat(decide(true, check(Phase.CONTRACT, CheckOutcome.PASSED), timing))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aHarnessFaultIsNeverAcceptanceNorRejection() {
        assertThat(decide(true, check(Phase.CONTRACT, CheckOutcome.PASSED), check(Phase.STRESS, CheckOutcome.ERROR)))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void nothingPassedIsNotAccepted() {
        assertThat(decide(true, check(Phase.EXPLORE, CheckOutcome.SKIPPED))).isEqualTo(Verdict.ERROR);
        assertThat(decide(false, check(Phase.CONTRACT, CheckOutcome.SKIPPED))).isEqualTo(Verdict.NOT_STARTED);
    }

    @Test
    void aFailedCheckWorthNothingTakesAPointFromTheOneThatEarnedMost() {
        List<CheckReport> weighed = Judge.weigh(List.of(
                check(Phase.CONTRACT, 2, CheckOutcome.PASSED),
                check(Phase.EXPLORE, 5, CheckOutcome.PASSED),
                check(Phase.EXPLORE, 0, CheckOutcome.FAILED),
                check(Phase.STRESS, 5, CheckOutcome.PASSED)));
        assertThat(weighed).extracting(CheckReport::score).containsExactly(2, 4, 0, 5);
        assertThat(weighed).extracting(CheckReport::maxScore).containsExactly(2, 4, 1, 5);
    }

    @Test
    void itTakesThePointFromACheckThatWasNotRunWhereNoneEarnedAny() {
        List<CheckReport> weighed = Judge.weigh(
                List.of(check(Phase.COMPILE, 0, CheckOutcome.FAILED), check(Phase.CONTRACT, 3, CheckOutcome.SKIPPED)));
        assertThat(weighed).extracting(CheckReport::score).containsExactly(0, 0);
        assertThat(weighed).extracting(CheckReport::maxScore).containsExactly(1, 2);
    }

    @Test
    void whatPassesOrWasNotRunIsWorthWhatItsAuthorSaid() {
        List<CheckReport> checks = List.of(
                check(Phase.CONTRACT, 0, CheckOutcome.PASSED),
                check(Phase.CONTRACT, 3, CheckOutcome.FAILED),
                check(Phase.EXPLORE, 4, CheckOutcome.SKIPPED));
        assertThat(Judge.weigh(checks)).isEqualTo(checks);
        assertThat(checks).extracting(CheckReport::maxScore).containsExactly(0, 3, 4);
    }

    private static Verdict decide(boolean started, CheckReport... checks) {
        return Judge.decide(List.of(checks), started);
    }

    private static CheckReport check(Phase phase, CheckOutcome outcome) {
        return check(phase, 3, outcome);
    }

    private static CheckReport check(Phase phase, int points, CheckOutcome outcome) {
        String id = phase.id();
        return Judge.score(phase, id, points, new CheckResult(id, outcome, List.of(), "", new CheckCoverage.None(), 0));
    }
}
