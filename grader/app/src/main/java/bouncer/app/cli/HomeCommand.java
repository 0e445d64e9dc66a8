package bouncer.app.cli;

/** {@code bouncer} without a command: prints the board. */
final class HomeCommand {
    private HomeCommand() {}

    /**
     * Prints the board, and returns the exit code.
     *
     * @throws UsageProblem if there are no exercises
     */
    static int show() {
        LearnerContext learner = LearnerContext.open();
        System.out.print(learner.board().write(learner.style()));
        return ExitCode.ACCEPTED;
    }
}
