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

/** {@code bouncer solution}: the reference, once the exercise is solved or given up. */
@Command(
        name = "solution",
        description = "Shows a right solution, once yours is accepted or you give up.",
        mixinStandardHelpOptions = true)
final class SolutionCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..1", description = "the exercise: 04-counter, counter or 4")
    private @Nullable String slug;

    @Option(names = "--give-up", description = "show it though the exercise is not solved; this is remembered")
    private boolean giveUp;

    @Override
    public Integer call() throws IOException {
        LearnerContext desk = LearnerContext.open();
        Exercise room = desk.room(slug);
        Path reference = desk.home().resolve("solutions").resolve(room.slug()).resolve("reference");
        if (!Files.isDirectory(reference)) {
            System.out.println("There are no solutions in this copy of the exercises; your instructor has them.");
            return ExitCode.USAGE;
        }
        ExerciseState state = desk.progress().of(room.slug(), room.points());
        if (!state.everSolved() && !state.gaveUp() && !giveUp) {
            System.out.printf(
                    "%s is not solved yet. Try %s first; if you want to see the solution all the same:%n  %s%n",
                    room.slug(),
                    desk.paint().command(desk.bouncer() + " hint " + room.slug()),
                    desk.paint().command(desk.bouncer() + " solution " + room.slug() + " --give-up"));
            return ExitCode.REJECTED;
        }
        if (!state.everSolved()) {
            desk.progress()
                    .with(room.slug(), room.points(), ExerciseState::afterGivingUp)
                    .save(desk.home());
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
