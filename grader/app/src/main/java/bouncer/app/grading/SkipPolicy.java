package bouncer.app.grading;

import bouncer.app.catalogue.CheckSpec;
import bouncer.app.verdict.CheckReport;
import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.checks.result.Phase;
import java.util.List;

/** Whether a check need not be asked any more, because what another one found explains its failure. Pure. */
final class SkipPolicy {
    /** After so many checks that ran until their time was over, another would cost as much and tell nothing new. */
    private static final int ENDLESS = 3;

    private SkipPolicy() {}

    /** The sentence that says why a check is skipped; empty if it is to be asked. */
    static String skipping(CheckSpec spec, List<CheckReport> before) {
        if (before.stream().filter(SkipPolicy::isEndless).count() >= ENDLESS) {
            return "skipped, because " + ENDLESS + " checks before it ran without an end";
        }
        return before.stream()
                .filter(report -> report.result().outcome() == CheckOutcome.FAILED)
                .filter(failed -> explains(failed, spec))
                .findFirst()
                .map(failed -> "skipped, because \"" + failed.title() + "\" failed first")
                .orElse("");
    }

    private static boolean isEndless(CheckReport report) {
        return report.result().findings().stream()
                .anyMatch(finding -> finding instanceof Finding.Spinning && finding.fault() == Fault.HANG);
    }

    /**
     * It does if the author of the check says so. And what exploration found for certain, luck on the real machine need not
     * find again: whether it did would decide about points.
     */
    private static boolean explains(CheckReport failed, CheckSpec spec) {
        if (spec.phase().isMeasured() && failed.phase() == Phase.EXPLORE) {
            return true;
        }
        return spec.after().contains(failed.result().id());
    }
}
