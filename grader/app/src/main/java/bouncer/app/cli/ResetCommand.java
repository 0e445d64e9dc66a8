package bouncer.app.cli;

import bouncer.app.board.Labels;
import bouncer.app.catalogue.Exercise;
import bouncer.app.progress.ExerciseState;
import bouncer.app.progress.LastRuns;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bouncer reset}: restores an exercise's original files, after a question, and keeps a copy of the learner's.
 */
@Command(
        name = "reset",
        description = "Puts an exercise back to its original state; asks first and keeps a copy of yours.",
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", description = "the exercise: 04-counter, counter or 4")
    private String slug = "";

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        LearnerContext learner = LearnerContext.open();
        Exercise exercise = learner.exercise(slug);
        if (!yes && !confirmed(learner, exercise)) {
            System.out.println("Nothing was changed.");
            return ExitCode.REJECTED;
        }
        System.out.print(reset(learner, exercise));
        return ExitCode.ACCEPTED;
    }

    /** Resets an exercise, and returns a sentence that says where the copy is. */
    static String reset(LearnerContext learner, Exercise exercise) throws IOException {
        Path backup = learner.workbench().reset(exercise);
        learner.progress()
                .with(exercise.slug(), exercise.points(), ExerciseState::afterReset)
                .save(learner.home());
        new LastRuns(learner.home()).forget(exercise.slug());
        return String.format(
                "%s is back to its original state. Your files are kept in %s%n",
                exercise.slug(), shown(learner, backup));
    }

    private static String shown(LearnerContext learner, Path path) {
        return Labels.path(
                learner.bouncer(), learner.home().relativize(path).toString().replace(File.separatorChar, '/'));
    }

    private static boolean confirmed(LearnerContext learner, Exercise exercise) throws IOException {
        System.out.printf(
                "Put %s back to its original state? A copy of yours is kept. [y/N] ",
                shown(learner, learner.workbench().sources(exercise)));
        System.out.flush();
        // Not closed, because standard input belongs to the process.
        @Nullable
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        if (!ConsoleProgress.isTerminal()) {
            System.out.println(); // on a terminal the typed Enter ends the line
        }
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}
