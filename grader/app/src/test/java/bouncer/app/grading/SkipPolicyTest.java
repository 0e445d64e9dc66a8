package bouncer.app.grading;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests which failures cause other checks to be skipped. */
class SkipPolicyTest {
    private static CheckSpec spec(Phase phase, String method, String... after) {
        return new CheckSpec(
                "a.B#" + method,
                phase,
                "a.B",
                method,
                method,
                1,
                On.PLATFORM,
                "",
                Stream.of(after).map(name -> "a.B#" + name).toList());
    }

    private static CheckReport report(Phase phase, String method, CheckOutcome outcome) {
        CheckResult result = new CheckResult("a.B#" + method, outcome, List.of(), "", new CheckCoverage.None(), 1);
        return new CheckReport(phase, method, result, 0, 1);
    }

    @Test
    void whatExplorationFoundLuckNeedNotFindAgain() {
        List<CheckReport> before = List.of(report(Phase.EXPLORE, "nothingIsLost", CheckOutcome.FAILED));
        String reason = "skipped, because \"nothingIsLost\" failed first";
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.STRESS, "many"), before)).isEqualTo(reason);
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.TIMING, "fast"), before)).isEqualTo(reason);
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.EXPLORE, "more"), before)).isEmpty();
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.CONTRACT, "starts"), before))
                .isEmpty();
    }

    @Test
    void whatDoesNotFailExplainsNothing() {
        List<CheckReport> before = List.of(
                report(Phase.EXPLORE, "one", CheckOutcome.PASSED),
                report(Phase.EXPLORE, "two", CheckOutcome.INCONCLUSIVE),
                report(Phase.CONTRACT, "three", CheckOutcome.FAILED));
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.STRESS, "many", "one", "two"), before))
                .isEmpty();
    }

    @Test
    void nothingIsRunAfterACheckThatHadToBeStopped() {
        List<Finding> endless = List.of(
                new Finding.Spinning(Fault.HANG, "never returned", null),
                new Finding.Crash(Fault.OUTPUT_FLOOD, "printed too much", null),
                new Finding.Crash(Fault.OUT_OF_MEMORY, "no memory left", null));
        for (Finding finding : endless) {
            assertThat(SkipPolicy.reasonToSkip(spec(Phase.EXPLORE, "more"), List.of(failed(finding))))
                    .isEqualTo("not run, because \"x\" had to be stopped");
        }
    }

    @Test
    void busyWaitingThatWasStoppedInTimeSkipsNothing() {
        Finding busy = new Finding.Spinning(Fault.BUSY_WAIT, "burns a core", null);
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.EXPLORE, "more"), List.of(failed(busy))))
                .isEmpty();
    }

    private static CheckReport failed(Finding finding) {
        CheckResult result =
                new CheckResult("a.B#x", CheckOutcome.FAILED, List.of(finding), "", new CheckCoverage.None(), 8_000);
        return new CheckReport(Phase.CONTRACT, "x", result, 0, 1);
    }

    @Test
    void anAuthorSaysWhatComesFirst() {
        List<CheckReport> before = List.of(report(Phase.CONTRACT, "adds", CheckOutcome.FAILED));
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.CONTRACT, "addsMore", "adds"), before))
                .isNotEmpty();
        assertThat(SkipPolicy.reasonToSkip(spec(Phase.CONTRACT, "addsMore", "add"), before))
                .isEmpty();
    }
}
