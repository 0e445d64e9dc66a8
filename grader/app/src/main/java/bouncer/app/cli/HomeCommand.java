package bouncer.app.cli;

/** {@code bouncer} alone: the board. */
final class HomeCommand {
    private HomeCommand() {}

    static int show() {
        LearnerContext desk = LearnerContext.open();
        System.out.print(desk.board().write(desk.paint()));
        return ExitCode.ACCEPTED;
    }
}
