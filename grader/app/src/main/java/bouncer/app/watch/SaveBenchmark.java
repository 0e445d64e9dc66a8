package bouncer.app.watch;

import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.RunDirectory;
import bouncer.app.submission.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the time from a save to the verdict on a copy of an exercise, first with a cold and then with a warm grader.
 * Stateless.
 */
public final class SaveBenchmark {
    private static final int ROUNDS = 6;

    private SaveBenchmark() {}

    /**
     * Saves a file several times and prints how long each judging takes.
     *
     * @param service the grading service to measure
     * @param exercise the exercise whose copy is judged
     * @param sources the source root of the learner's files, which are not changed
     * @param print receives one line at a time
     * @throws IOException if files cannot be copied or the harness fails
     */
    public static void run(GradingService service, Exercise exercise, Path sources, Consumer<String> print)
            throws IOException, InterruptedException {
        try (RunDirectory run = RunDirectory.create()) {
            Path copy = run.path();
            service.keepWarm();
            Path root = copy.resolve(exercise.slug()).resolve("src/main/java");
            copy(sources, root);
            FileChangePoller saves = new FileChangePoller(root);
            Path file = root.resolve(exercise.files().get(0));
            print.accept("after    seen  first verdict   whole   of which in ms");
            for (int round = 0; round < ROUNDS; round++) {
                Files.writeString(file, "\n// saved " + round + "\n", StandardOpenOption.APPEND);
                print.accept(measure(service, exercise, copy, saves, round == 0 ? "cold" : "warm"));
            }
        }
    }

    private static String measure(
            GradingService service, Exercise exercise, Path copy, FileChangePoller saves, String kind)
            throws IOException, InterruptedException {
        long saved = System.nanoTime();
        // Like the loop of watch, which may have polled just before the save and then waits for a tick.
        do {
            Thread.sleep(FileChangePoller.TICK_MILLIS);
        } while (!saves.any());
        long seen = System.nanoTime();
        long[] first = {0};
        String phases;
        try (ExerciseGrading grading = service.grading(exercise, Intake.find(copy, exercise))) {
            var unused = WatchCycle.judge(
                    grading, report -> first[0] = System.nanoTime(), (number, of, check) -> {}, () -> false);
            phases = grading.stopwatch().millis().toString();
        }
        long whole = System.nanoTime();
        return String.format(
                Locale.ROOT,
                "%-4s %6d ms %9d ms %9d ms  %s",
                kind,
                (seen - saved) / 1_000_000,
                (first[0] - saved) / 1_000_000,
                (whole - saved) / 1_000_000,
                phases);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            List<Path> files = paths.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
