package bouncer.app.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void oneFailureRejectsWhateverElseHappened() {
        assertThat(decide(true, check("contract", Outcome.PASSED), check("stress", Outcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
        assertThat(decide(true, check("contract", Outcome.ERROR), check("stress", Outcome.FAILED)))
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void anInconclusiveTimingCheckCostsNothing() {
        CheckReport timing = check("timing", Outcome.INCONCLUSIVE);
        assertThat(timing.score()).isEqualTo(3);
        assertThat(decide(true, check("contract", Outcome.PASSED), timing)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aHarnessFaultIsNeverAcceptanceNorRejection() {
        assertThat(decide(true, check("contract", Outcome.PASSED), check("stress", Outcome.ERROR)))
                .isEqualTo(Verdict.ERROR);
    }

    @Test
    void nothingPassedIsNotAccepted() {
        assertThat(decide(true, check("explore", Outcome.SKIPPED))).isEqualTo(Verdict.ERROR);
        assertThat(decide(false, check("contract", Outcome.SKIPPED))).isEqualTo(Verdict.NOT_STARTED);
    }

    private static Verdict decide(boolean started, CheckReport... checks) {
        return Judge.decide(List.of(checks), started);
    }

    private static CheckReport check(String kind, Outcome outcome) {
        return Judge.score(kind, kind, 3, true, new CheckResult(kind, outcome, List.of(), "", new Coverage.None(), 0));
    }
}
