package bouncer.worker.runtime;

import bouncer.checks.result.Finding;

/** Thrown by the helpers to end a check with a finding of their own making. */
public final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    /** Takes the finding that the check's result will carry. */
    public CheckFailure(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    /** Returns the finding. */
    public Finding finding() {
        return finding;
    }
}
