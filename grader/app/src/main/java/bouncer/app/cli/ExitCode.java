package bouncer.app.cli;

/** The exit codes of the process. */
final class ExitCode {
    static final int ACCEPTED = 0;
    static final int REJECTED = 1;
    static final int USAGE = 2;
    static final int HARNESS = 3;
    /** The grader must be rebuilt. Used by {@code bouncer.cmd} only, which builds it and starts again. */
    static final int REBUILD = 9;

    private ExitCode() {}
}
