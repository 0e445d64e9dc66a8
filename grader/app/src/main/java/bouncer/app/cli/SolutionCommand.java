package bouncer.app.cli;

import bouncer.app.catalogue.Exercise;
import bouncer.app.progress.ExerciseState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer solution}: prints the reference solution once the exercise is solved or given up. */
@Command(
        name = "solution",
        description = "Shows a right solution, once yours is accepted or you give up.",
        mixinStandardHelpOptions = true)
final class SolutionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--give-up", description = "show it although the exercise is not solved; this is recorded")
    private boolean giveUp;

    @Override
    public Integer call() throws IOException {
        LearnerContext learner = LearnerContext.open();
        Exercise exercise = learner.exercise(slug);
        Path reference =
                learner.home().resolve("solutions").resolve(exercise.slug()).resolve("reference");
        if (!Files.isDirectory(reference)) {
            System.out.println("There are no solutions in this copy of the exercises; your instructor has them.");
            return ExitCode.USAGE;
        }
        ExerciseState state = learner.progress().of(exercise.slug(), exercise.points());
        if (!state.everSolved() && !state.gaveUp() && !giveUp) {
            System.out.printf(
                    "%s is not solved yet. Try %s first; to see the solution anyway:%n  %s%n",
                    exercise.slug(),
                    learner.style().command(learner.bouncer() + " hint " + exercise.slug()),
                    learner.style().command(learner.bouncer() + " solution " + exercise.slug() + " --give-up"));
            return ExitCode.REJECTED;
        }
        if (!state.everSolved()) {
            learner.progress()
                    .with(exercise.slug(), exercise.points(), ExerciseState::afterGivingUp)
                    .save(learner.home());
        }
        print(reference);
        return ExitCode.ACCEPTED;
    }

    private static void print(Path reference) throws IOException {
        try (Stream<Path> paths = Files.walk(reference)) {
            List<Path> files = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                System.out.printf(
                        "// %s%n%s", reference.relativize(file), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
    }
}
