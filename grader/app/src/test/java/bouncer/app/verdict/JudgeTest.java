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

    private static Verdict decide(boolean started, CheckReport... checks) {
        return Judge.decide(List.of(checks), started);
    }

    private static CheckReport check(String kind, CheckOutcome outcome) {
        return Judge.score(
                kind, kind, 3, true, new CheckResult(kind, outcome, List.of(), "", new CheckCoverage.None(), 0));
    }
}
