package bouncer.app.cli;

import bouncer.app.board.Labels;
import bouncer.app.board.RunText;
import bouncer.app.catalogue.Exercise;
import bouncer.app.progress.LastRuns;
import bouncer.app.verdict.ExerciseReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer show}: prints the last run of an exercise again, or its task. */
@Command(
        name = "show",
        description = "Shows the last run of an exercise again, with every check; with --task, its task.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--task", description = "show the task instead")
    private boolean task;

    @Override
    public Integer call() throws IOException {
        LearnerContext learner = LearnerContext.open();
        Exercise exercise = learner.exercise(slug);
        LastRuns last = new LastRuns(learner.home());
        Optional<ExerciseReport> report = last.report(exercise.slug());
        if (task || report.isEmpty()) {
            Path readme = learner.service()
                    .catalog()
                    .directory()
                    .resolve(exercise.slug())
                    .resolve("README.md");
            System.out.print(Files.readString(readme));
            System.out.printf(
                    "%nYour file: %s%nCheck it:  %s%n",
                    Labels.path(
                            learner.bouncer(),
                            "exercises/" + exercise.slug() + "/src/main/java/"
                                    + exercise.files().get(0)),
                    learner.style().command(learner.bouncer() + " check " + exercise.slug()));
            return ExitCode.ACCEPTED;
        }
        System.out.print(last.text(exercise.slug()).orElse(""));
        System.out.println();
        System.out.print(RunText.checks(report.get(), learner.style()));
        if (learner.isChanged(exercise)) {
            System.out.printf(
                    "%nYour files have changed since: %s%n",
                    learner.style().command(learner.bouncer() + " check " + exercise.slug()));
        }
        return ExitCode.ACCEPTED;
    }
}
