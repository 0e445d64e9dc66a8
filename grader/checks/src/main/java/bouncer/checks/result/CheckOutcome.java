package bouncer.checks.result;

/** How one check ended. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** Not run because the class is not started, or because the phase it needs is not there. */
    SKIPPED,
    /** The machine could not show it: one core, too noisy, a JDK without the feature. */
    INCONCLUSIVE,
    /** Our fault, never the student's. */
    ERROR
}
