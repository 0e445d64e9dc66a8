package bouncer.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bouncer list}: the rooms with their verdicts, and nothing else. */
@Command(
        name = "list",
        description = "Lists the exercises with the verdict of the last run.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        LearnerContext desk = LearnerContext.open();
        System.out.print(desk.board().table(desk.paint()));
        return ExitCode.ACCEPTED;
    }
}
