package bouncer.app.cli;

/** {@code bouncer} alone: the board. */
final class HomeCommand {
    private HomeCommand() {}

    static int show() {
        Desk desk = Desk.open();
        System.out.print(desk.board().write(desk.paint()));
        return ExitCode.ACCEPTED;
    }
}
