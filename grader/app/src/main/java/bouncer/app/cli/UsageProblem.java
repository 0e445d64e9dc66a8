package bouncer.app.cli;

/** Something the person at the keyboard can put right; the message says how. */
final class UsageProblem extends RuntimeException {
    UsageProblem(String message) {
        super(message);
    }
}
