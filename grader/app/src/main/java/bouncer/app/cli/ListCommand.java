package bouncer.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bouncer list}: prints the exercises with their verdicts. */
@Command(
        name = "list",
        description = "Lists the exercises with the verdict of the last run.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        LearnerContext learner = LearnerContext.open();
        System.out.print(learner.board().table(learner.style()));
        return ExitCode.ACCEPTED;
    }
}
