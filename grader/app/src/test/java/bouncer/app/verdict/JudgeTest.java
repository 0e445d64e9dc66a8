package bouncer.app.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.finding.CheckCoverage;
import bouncer.checks.finding.CheckOutcome;
import bouncer.checks.finding.CheckResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void oneFailureRejectsWhateverElseHappened() {
        assertThat(decide(true, check("contract", CheckOutcome.PASSED), check("stress", CheckOutcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
        assertThat(decide(true, check("contract", CheckOutcome.ERROR), check("stress", CheckOutcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void anInconclusiveTimingCheckCostsNothing() {
        CheckReport timing = check("timing", CheckOutcome.INCONCLUSIVE);
        assertThat(timing.score()).isEqualTo(3);
        assertThat(decide(true, check("contract", CheckOutcome.PASSED), timing)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aHarnessFaultIsNeverAcceptanceNorRejection() {
        assertThat(decide(true, check("contract", CheckOutcome.PASSED), check("stress", CheckOutcome.ERROR)))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void nothingPassedIsNotAccepted() {
        assertThat(decide(true, check("explore", CheckOutcome.SKIPPED))).isEqualTo(Verdict.ERROR);
        assertThat(decide(false, check("contract", CheckOutcome.SKIPPED))).isEqualTo(Verdict.NOT_STARTED);
    }

    @Test
    void aFailedCheckWorthNothingTakesAPointFromTheOneThatEarnedMost() {
        List<CheckReport> weighed = Judge.weigh(List.of(
                check("contract", 2, CheckOutcome.PASSED),
                check("explore", 5, CheckOutcome.PASSED),
                check("explore", 0, CheckOutcome.FAILED),
                check("stress", 5, CheckOutcome.PASSED)));
        assertThat(weighed).extracting(CheckReport::score).containsExactly(2, 4, 0, 5);
        assertThat(weighed).extracting(CheckReport::maxScore).containsExactly(2, 4, 1, 5);
    }

    @Test
    void itTakesThePointFromACheckThatWasNotRunWhereNoneEarnedAny() {
        List<CheckReport> weighed = Judge.weigh(
                List.of(check("compile", 0, CheckOutcome.FAILED), check("contract", 3, CheckOutcome.SKIPPED)));
        assertThat(weighed).extracting(CheckReport::score).containsExactly(0, 0);
        assertThat(weighed).extracting(CheckReport::maxScore).containsExactly(1, 2);
    }

    @Test
    void whatPassesOrWasNotRunIsWorthWhatItsAuthorSaid() {
        List<CheckReport> checks = List.of(
                check("contract", 0, CheckOutcome.PASSED),
                check("contract", 3, CheckOutcome.FAILED),
                check("explore", 4, CheckOutcome.SKIPPED));
        assertThat(Judge.weigh(checks)).isEqualTo(checks);
        assertThat(checks).extracting(CheckReport::maxScore).containsExactly(0, 3, 4);
    }

    private static Verdict decide(boolean started, CheckReport... checks) {
        return Judge.decide(List.of(checks), started);
    }

    private static CheckReport check(String kind, CheckOutcome outcome) {
        return check(kind, 3, outcome);
    }

    private static CheckReport check(String kind, int points, CheckOutcome outcome) {
        return Judge.score(
                kind, kind, points, new CheckResult(kind, outcome, List.of(), "", new CheckCoverage.None(), 0));
    }
}
