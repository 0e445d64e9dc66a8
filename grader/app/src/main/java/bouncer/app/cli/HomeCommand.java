package bouncer.app.cli;

/** {@code bouncer} without a command: prints the board. */
final class HomeCommand {
    private HomeCommand() {}

    static int show() {
        LearnerContext learner = LearnerContext.open();
        System.out.print(learner.board().write(learner.style()));
        return ExitCode.ACCEPTED;
    }
}
