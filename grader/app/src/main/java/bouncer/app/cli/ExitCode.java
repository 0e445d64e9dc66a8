package bouncer.app.cli;

/** What the process's exit code says. */
final class ExitCode {
    static final int ACCEPTED = 0;
    static final int REJECTED = 1;
    static final int USAGE = 2;
    static final int HARNESS = 3;
    /** For {@code bouncer.cmd} alone, which builds and starts again. */
    static final int REBUILD = 9;

    private ExitCode() {}
}
