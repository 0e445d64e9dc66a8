package bouncer.checks.result;

/** The outcome of one check. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** The check did not run, because the class is not started, or because a check that explains this one failed. */
    SKIPPED,
    /** This machine cannot decide the check: it has one core, is too busy, or its JDK lacks a feature. */
    INCONCLUSIVE,
    /** The harness or the check itself failed, never the submission. */
    ERROR
}
