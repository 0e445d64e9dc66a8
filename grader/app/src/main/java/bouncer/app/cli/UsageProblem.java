package bouncer.app.cli;

/** A problem that the user can solve. The message says how. */
final class UsageProblem extends RuntimeException {
    UsageProblem(String message) {
        super(message);
    }
}
