package bouncer.app.cli;

/** The exit codes of the process. */
final class ExitCode {
    /** Everything judged was accepted, or a command without a verdict succeeded. */
    static final int ACCEPTED = 0;
    /** Something judged was not accepted, or the user declined. */
    static final int REJECTED = 1;
    /** The command line or the input is wrong, and the user can solve the problem. */
    static final int USAGE = 2;
    /** The harness failed. */
    static final int HARNESS = 3;
    /** The grader must be rebuilt. Used by {@code bouncer.cmd} only, which builds it and starts again. */
    static final int REBUILD = 9;

    private ExitCode() {}
}
