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

/** {@code bouncer reset}: puts a room back to its original state; asks first and keeps a copy. */
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
        LearnerContext desk = LearnerContext.open();
        Exercise room = desk.room(slug);
        if (!yes && !confirmed(desk, room)) {
            System.out.println("Nothing was changed.");
            return ExitCode.REJECTED;
        }
        System.out.print(reset(desk, room));
        return ExitCode.ACCEPTED;
    }

    /** Does it, and says where the copy is. */
    static String reset(LearnerContext desk, Exercise room) throws IOException {
        Path backup = desk.workbench().reset(room);
        desk.progress()
                .with(room.slug(), room.points(), ExerciseState::afterReset)
                .save(desk.home());
        new LastRuns(desk.home()).forget(room.slug());
        return String.format("%s is as it was at first. What you had is in %s%n", room.slug(), shown(desk, backup));
    }

    private static String shown(LearnerContext desk, Path path) {
        return Labels.path(
                desk.bouncer(), desk.home().relativize(path).toString().replace(File.separatorChar, '/'));
    }

    private static boolean confirmed(LearnerContext desk, Exercise room) throws IOException {
        System.out.printf(
                "Put %s back to its original state? A copy of yours is kept. [y/N] ",
                shown(desk, desk.workbench().sources(room)));
        System.out.flush();
        // Not closed: it is the process's own standard input.
        @Nullable
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        if (!ConsoleProgress.isTerminal()) {
            System.out.println(); // what is typed into a terminal ends the line
        }
        return answer != null && answer.strip().matches("(?i)y|yes");
    }
}
