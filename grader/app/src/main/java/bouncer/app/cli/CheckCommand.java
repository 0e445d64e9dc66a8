package bouncer.app.cli;

import bouncer.app.board.RunText;
import bouncer.app.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer check}: judges the learner's files of one exercise or of all. */
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
        try (LearnerContext learner = LearnerContext.open()) {
            return check(learner);
        }
    }

    private int check(LearnerContext learner) throws IOException, InterruptedException {
        learner.service().warmUp();
        List<LearnerContext.Judged> results = all
                ? learner.judge(learner.service().catalog().exercises())
                : List.of(learner.judge(learner.exercise(slug)));
        boolean accepted = true;
        boolean ours = false;
        for (LearnerContext.Judged judged : results) {
            accepted &= judged.report().verdict() == Verdict.ACCEPTED;
            ours |= judged.report().verdict() == Verdict.ERROR;
            System.out.print(all ? "" : judged.text(learner, learner.style()));
            System.out.print(verbose ? RunText.checks(judged.report(), learner.style()) : "");
        }
        if (all) {
            System.out.print(learner.board().write(learner.style()));
        }
        return ours ? ExitCode.HARNESS : accepted ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }
}
