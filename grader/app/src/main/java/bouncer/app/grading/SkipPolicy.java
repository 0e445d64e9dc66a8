package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.util.List;
import java.util.Optional;

/** Decides whether a check is skipped because of an earlier check's result. Stateless. */
final class SkipPolicy {
    private SkipPolicy() {}

    /** Returns why a check is skipped, in a sentence for the student; empty if it is to be run. */
    static String reasonToSkip(CheckSpec spec, List<CheckReport> before) {
        Optional<CheckReport> endless =
                before.stream().filter(report -> isEndless(report.result())).findFirst();
        if (endless.isPresent()) {
            return "not run, because \"" + endless.get().title() + "\" had to be stopped";
        }
        return before.stream()
                .filter(report -> report.result().outcome() == CheckOutcome.FAILED)
                .filter(failed -> explains(failed, spec))
                .findFirst()
                .map(failed -> "skipped, because \"" + failed.title() + "\" failed first")
                .orElse("");
    }

    /** Returns true if a limit stopped the check: another such check costs as much time again and shows nothing new. */
    static boolean isEndless(CheckResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding.fault() == Fault.OUTPUT_FLOOD
                        || finding.fault() == Fault.OUT_OF_MEMORY
                        || (finding instanceof Finding.Spinning && finding.fault() == Fault.HANG));
    }

    /** Returns true if a call blocked and never returned: later checks would block too, for seconds each. */
    private static boolean isHang(CheckResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Stuck && finding.fault() == Fault.HANG);
    }

    /**
     * Returns true if the failure explains a failure of the other check: its author declares so, or an exploration
     * failed and the other check runs on the real machine. Otherwise luck would decide whether the student loses the
     * points of that check, too.
     */
    private static boolean explains(CheckReport failed, CheckSpec spec) {
        if (spec.phase().isMeasured() && (failed.phase() == Phase.EXPLORE || isHang(failed.result()))) {
            return true;
        }
        return spec.after().contains(failed.result().id());
    }
}
