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

/** {@code bouncer show}: the last run of one exercise again, or its task. */
@Command(
        name = "show",
        description = "Shows the last run of an exercise again, with every check; with --task, what is to be done.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--task", description = "show the task instead")
    private boolean task;

    @Override
    public Integer call() throws IOException {
        LearnerContext desk = LearnerContext.open();
        Exercise room = desk.room(slug);
        LastRuns last = new LastRuns(desk.home());
        Optional<ExerciseReport> report = last.report(room.slug());
        if (task || report.isEmpty()) {
            Path readme = desk.house().exercises().resolve(room.slug()).resolve("README.md");
            System.out.print(Files.readString(readme));
            System.out.printf(
                    "%nYour file: %s%nCheck it:  %s%n",
                    Labels.path(
                            desk.bouncer(),
                            "exercises/" + room.slug() + "/src/main/java/"
                                    + room.files().get(0)),
                    desk.paint().command(desk.bouncer() + " check " + room.slug()));
            return ExitCode.ACCEPTED;
        }
        System.out.print(last.told(room.slug()).orElse(""));
        System.out.println();
        System.out.print(RunText.checks(report.get(), desk.paint()));
        if (desk.isChanged(room)) {
            System.out.printf(
                    "%nYour files have changed since: %s%n",
                    desk.paint().command(desk.bouncer() + " check " + room.slug()));
        }
        return ExitCode.ACCEPTED;
    }
}
