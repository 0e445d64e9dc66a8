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

/** Decides whether a check is skipped because of what an earlier one found. Pure. */
final class SkipPolicy {
    private SkipPolicy() {}

    /** Returns why a check is skipped, in a sentence for the student; empty if it is to be run. */
    static String skipping(CheckSpec spec, List<CheckReport> before) {
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

    /** Whether it was stopped by a limit: another such check costs as much time again and shows nothing new. */
    static boolean isEndless(CheckResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding.fault() == Fault.OUTPUT_FLOOD
                        || finding.fault() == Fault.OUT_OF_MEMORY
                        || (finding instanceof Finding.Spinning && finding.fault() == Fault.HANG));
    }

    /** Whether a call waited and never returned: it would do so again, and every such check costs seconds of waiting. */
    private static boolean isHang(CheckResult result) {
        return result.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Stuck && finding.fault() == Fault.HANG);
    }

    /**
     * It does if the author of the check says so. A failed exploration explains every failure on the real machine, too:
     * otherwise luck would decide whether such a check fails as well, and takes points.
     */
    private static boolean explains(CheckReport failed, CheckSpec spec) {
        if (spec.phase().isMeasured() && (failed.phase() == Phase.EXPLORE || isHang(failed.result()))) {
            return true;
        }
        return spec.after().contains(failed.result().id());
    }
}
