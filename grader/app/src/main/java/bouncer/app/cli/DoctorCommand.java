package bouncer.app.cli;

import bouncer.app.author.ExerciseLinter;
import bouncer.app.author.KillTable;
import bouncer.app.author.Matrix;
import bouncer.app.author.Solution;
import bouncer.app.author.SolutionRepository;
import bouncer.app.author.SolutionResult;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.InvalidHiddenChecks;
import bouncer.app.sandbox.IsolationMode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer doctor}: proves that rooms and solutions fit together and that the checks tell right from wrong. */
@Command(
        name = "doctor",
        description =
                "Proves the catalogue: every room is complete, every right solution accepted, every mistake rejected"
                        + " for its reason.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Set<Solution.Kind> RIGHT = Set.of(Solution.Kind.REFERENCE, Solution.Kind.ALTERNATIVE);

    @Parameters(paramLabel = "SLUG", arity = "0..*", description = "rooms; all by default")
    private List<String> slugs = List.of();

    @Option(names = "--quick", description = "only look at the files; run no check")
    private boolean quick;

    @Option(names = "--brief", description = "one mistake for each fault and room, as ./mvnw verify does")
    private boolean brief;

    @Option(names = "--only", paramLabel = "TEXT", description = "only solutions whose name contains this")
    private String only = "";

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "try what is right with so many series of seeds (default: ${DEFAULT-VALUE})")
    private int seeds = 1;

    @Option(
            names = "--hidden",
            paramLabel = "DIR",
            description = "try the hidden checks in DIR/<slug>/SomethingChecks.java on what is right")
    private @Nullable Path hidden;

    @Option(names = "--verbose", description = "one line for each solution as it ends")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LearnerContext desk = LearnerContext.open();
        Path directory = hidden;
        if (directory != null) {
            return tryHidden(desk, directory);
        }
        GradingService house = desk.house();
        List<String> asked = slugs.stream().map(slug -> desk.room(slug).slug()).toList();
        SolutionRepository shelf =
                new SolutionRepository(house.exercises(), desk.home().resolve("solutions"));
        List<Exercise> rooms = house.rooms().stream()
                .filter(room -> asked.isEmpty() || asked.contains(room.slug()))
                .toList();
        List<ExerciseLinter.Complaint> complaints = ExerciseLinter.of(house, shelf, rooms);
        complaints.forEach(complaint -> tell(desk, complaint.text()));
        unwritten(desk, shelf, rooms);
        System.out.printf(
                "%d %s about the files of %d %s%n",
                complaints.size(),
                complaints.size() == 1 ? "complaint" : "complaints",
                rooms.size(),
                rooms.size() == 1 ? "room" : "rooms");
        if (quick) {
            return complaints.isEmpty() ? ExitCode.ACCEPTED : ExitCode.REJECTED;
        }
        List<SolutionResult> trials = Matrix.run(house, shelf, seeds, solution -> wanted(solution, rooms), this::tell);
        System.out.print(KillTable.write(trials));
        boolean proved = trials.stream().allMatch(SolutionResult::isAsExpected);
        return proved && complaints.isEmpty() ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    /** Tries hidden checks on the references and alternatives of their exercises, which they must accept. */
    private int tryHidden(LearnerContext desk, Path directory) throws IOException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            throw new UsageProblem("--hidden " + directory + " is not a directory");
        }
        try (GradingService service =
                GradingService.open(desk.house().exercises(), IsolationMode.NONE, directory, false)) {
            SolutionRepository shelf =
                    new SolutionRepository(service.exercises(), desk.home().resolve("solutions"));
            List<Exercise> exercises = service.rooms().stream()
                    .filter(exercise -> service.slugsWithHiddenChecks().contains(exercise.slug()))
                    .toList();
            List<SolutionResult> results = Matrix.run(
                    service,
                    shelf,
                    seeds,
                    solution -> RIGHT.contains(solution.kind()) && wanted(solution, exercises),
                    this::tell);
            System.out.print(KillTable.write(results));
            if (results.isEmpty()) {
                throw new UsageProblem("No right solution of " + String.join(", ", service.slugsWithHiddenChecks())
                        + " in " + desk.home().resolve("solutions"));
            }
            return results.stream().allMatch(SolutionResult::isAsExpected) ? ExitCode.ACCEPTED : ExitCode.REJECTED;
        } catch (InvalidHiddenChecks e) {
            throw new UsageProblem("--hidden: " + e.getMessage());
        }
    }

    /** Files are named from where the exercises are. */
    private static void tell(LearnerContext desk, String line) {
        System.out.println(line.replace(desk.home() + File.separator, ""));
    }

    /** What a scaffold left to be written is no complaint, but must not be forgotten. A stub's are the student's. */
    private static void unwritten(LearnerContext desk, SolutionRepository shelf, List<Exercise> rooms)
            throws IOException {
        for (Exercise room : rooms) {
            for (String name : List.of("README.md", "exercise.toml")) {
                Path file = shelf.exercises().resolve(room.slug()).resolve(name);
                long todo = Files.exists(file)
                        ? Files.readString(file)
                                .lines()
                                .filter(line -> line.contains("TODO"))
                                .count()
                        : 0;
                if (todo > 0) {
                    tell(desk, "still to be written: " + file + ", " + todo + " lines with TODO");
                }
            }
        }
    }

    private boolean wanted(Solution solution, List<Exercise> rooms) {
        return rooms.stream().anyMatch(room -> room.slug().equals(solution.slug()))
                && solution.name().contains(only)
                && (!brief || solution.isRepresentative());
    }

    private void tell(SolutionResult trial) {
        if (verbose) {
            System.out.printf(
                    "%-21s %-60s %5d ms  %s%s%n",
                    trial.isAsExpected() ? "as expected" : "wrong",
                    trial.solution(),
                    trial.millis(),
                    trial.caughtBy().map(check -> check.result().id()).orElse(""),
                    trial.problem());
        }
    }
}
