package bouncer.app.cli;

import bouncer.app.board.RunText;
import bouncer.app.catalogue.Exercise;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer check}: judges the learner's own files. */
@Command(
        name = "check",
        description = "Judges one of your classes: the current one, or the one you name.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--all", description = "judge every exercise")
    private boolean all;

    @Option(names = "--verbose", description = "list every check")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LearnerContext desk = LearnerContext.open()) {
            return check(desk);
        }
    }

    private int check(LearnerContext desk) throws IOException, InterruptedException {
        desk.house().warmUp();
        List<Exercise> rooms = all ? desk.house().rooms() : List.of(desk.room(slug));
        boolean accepted = true;
        boolean ours = false;
        for (Exercise room : rooms) {
            LearnerContext.Judged judged = desk.judge(room);
            accepted &= judged.report().verdict() == Verdict.ACCEPTED;
            ours |= judged.report().verdict() == Verdict.ERROR;
            System.out.print(all ? "" : judged.text(desk, desk.paint()));
            System.out.print(verbose ? RunText.checks(judged.report(), desk.paint()) : "");
        }
        if (all) {
            System.out.print(desk.board().write(desk.paint()));
        }
        return ours ? ExitCode.HARNESS : accepted ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }
}
