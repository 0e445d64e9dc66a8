package bouncer.worker.runtime;

import bouncer.checks.result.Finding;

/** Thrown by helpers to end a check with a finding. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    /** Creates the exception with the finding for the check's result. */
    public CheckFailure(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    /** Returns the finding. */
    public Finding finding() {
        return finding;
    }
}
