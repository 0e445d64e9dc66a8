package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.api.On;
import bouncer.checks.finding.CheckCoverage;
import bouncer.checks.finding.CheckOutcome;
import bouncer.checks.finding.CheckResult;
import bouncer.checks.finding.Fault;
import bouncer.checks.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which failures make which other checks superfluous. */
class CausesTest {
    private static CheckSpec spec(String kind, String method, String... after) {
        return new CheckSpec("a.B#" + method, kind, "a.B", method, method, 1, On.PLATFORM, List.of(after));
    }

    private static CheckReport report(String kind, String method, CheckOutcome outcome) {
        CheckResult result = new CheckResult("a.B#" + method, outcome, List.of(), "", new CheckCoverage.None(), 1);
        return new CheckReport(kind, method, result, 0, 1);
    }

    @Test
    void whatExplorationFoundLuckNeedNotFindAgain() {
        List<CheckReport> before = List.of(report("explore", "nothingIsLost", CheckOutcome.FAILED));
        String reason = "skipped, because \"nothingIsLost\" failed first";
        assertThat(SkipPolicy.skipping(spec("stress", "many"), before)).isEqualTo(reason);
        assertThat(SkipPolicy.skipping(spec("timing", "fast"), before)).isEqualTo(reason);
        assertThat(SkipPolicy.skipping(spec("explore", "more"), before)).isEmpty();
        assertThat(SkipPolicy.skipping(spec("contract", "starts"), before)).isEmpty();
    }

    @Test
    void whatDoesNotFailExplainsNothing() {
        List<CheckReport> before = List.of(
                report("explore", "one", CheckOutcome.PASSED),
                report("explore", "two", CheckOutcome.INCONCLUSIVE),
                report("contract", "three", CheckOutcome.FAILED));
        assertThat(SkipPolicy.skipping(spec("stress", "many", "one", "two"), before))
                .isEmpty();
    }

    @Test
    void afterThreeThatNeverEndNoOtherIsAsked() {
        Finding endless = new Finding.Spinning(Fault.HANG, "Used 8 s", null);
        CheckResult result =
                new CheckResult("a.B#x", CheckOutcome.FAILED, List.of(endless), "", new CheckCoverage.None(), 8_000);
        CheckReport report = new CheckReport("contract", "x", result, 0, 1);
        assertThat(SkipPolicy.skipping(spec("contract", "more"), List.of(report, report)))
                .isEmpty();
        assertThat(SkipPolicy.skipping(spec("contract", "more"), List.of(report, report, report)))
                .isEqualTo("skipped, because 3 checks before it ran without an end");
    }

    @Test
    void anAuthorSaysWhatComesFirst() {
        List<CheckReport> before = List.of(report("contract", "adds[virtual]", CheckOutcome.FAILED));
        assertThat(SkipPolicy.skipping(spec("contract", "addsMore", "adds"), before))
                .isNotEmpty();
        assertThat(SkipPolicy.skipping(spec("contract", "addsMore", "add"), before))
                .isEmpty();
    }
}
