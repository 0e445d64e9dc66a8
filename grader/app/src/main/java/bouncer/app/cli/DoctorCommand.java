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

/**
 * {@code bouncer doctor}: checks that exercises and solutions are complete, and that the checks accept every right
 * solution and reject every mistake.
 */
@Command(
        name = "doctor",
        description = "Checks the exercises: each is complete, every right solution is accepted, every mistake rejected"
                + " for its reason.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Set<Solution.Kind> RIGHT = Set.of(Solution.Kind.REFERENCE, Solution.Kind.ALTERNATIVE);

    @Parameters(paramLabel = "SLUG", arity = "0..*", description = "the exercises; all by default")
    private List<String> slugs = List.of();

    @Option(names = "--quick", description = "only inspect the files; run no check")
    private boolean quick;

    @Option(names = "--brief", description = "one mistake for each fault and exercise, as ./mvnw verify does")
    private boolean brief;

    @Option(names = "--only", paramLabel = "TEXT", description = "only solutions whose name contains this")
    private String only = "";

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "repeat right solutions with this many series of seeds (default: ${DEFAULT-VALUE})")
    private int seeds = 1;

    @Option(
            names = "--hidden",
            paramLabel = "DIR",
            description = "try the hidden checks in DIR/<slug>/SomethingChecks.java on the right solutions")
    private @Nullable Path hidden;

    @Option(names = "--verbose", description = "one line for each solution as it ends")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LearnerContext learner = LearnerContext.open()) {
            Path directory = hidden;
            return directory == null ? examine(learner) : tryHidden(learner, directory);
        }
    }

    private int examine(LearnerContext learner) throws IOException, InterruptedException {
        GradingService service = learner.service();
        List<String> asked =
                slugs.stream().map(slug -> learner.exercise(slug).slug()).toList();
        SolutionRepository solutions = new SolutionRepository(
                service.catalog().directory(), learner.home().resolve("solutions"));
        List<Exercise> exercises = service.catalog().exercises().stream()
                .filter(exercise -> asked.isEmpty() || asked.contains(exercise.slug()))
                .toList();
        List<ExerciseLinter.Complaint> complaints = ExerciseLinter.of(service, solutions, exercises);
        complaints.forEach(complaint -> print(learner, complaint.text()));
        unwritten(learner, solutions, exercises);
        System.out.printf(
                "%d %s about the files of %d %s%n",
                complaints.size(),
                complaints.size() == 1 ? "complaint" : "complaints",
                exercises.size(),
                exercises.size() == 1 ? "exercise" : "exercises");
        if (quick) {
            return complaints.isEmpty() ? ExitCode.ACCEPTED : ExitCode.REJECTED;
        }
        List<SolutionResult> results =
                Matrix.run(service, solutions, seeds, solution -> wanted(solution, exercises), this::print);
        System.out.print(KillTable.write(results));
        boolean proved = results.stream().allMatch(SolutionResult::isAsExpected);
        return proved && complaints.isEmpty() ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    /** Tries hidden checks on the references and alternatives of their exercises, which they must accept. */
    private int tryHidden(LearnerContext learner, Path directory) throws IOException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            throw new UsageProblem("--hidden " + directory + " is not a directory");
        }
        try (GradingService service =
                GradingService.open(learner.service().catalog().directory(), IsolationMode.NONE, directory, false)) {
            SolutionRepository solutions = new SolutionRepository(
                    service.catalog().directory(), learner.home().resolve("solutions"));
            List<Exercise> exercises = service.catalog().exercises().stream()
                    .filter(exercise -> service.slugsWithHiddenChecks().contains(exercise.slug()))
                    .toList();
            List<SolutionResult> results = Matrix.run(
                    service,
                    solutions,
                    seeds,
                    solution -> RIGHT.contains(solution.kind()) && wanted(solution, exercises),
                    this::print);
            System.out.print(KillTable.write(results));
            if (results.isEmpty()) {
                throw new UsageProblem("No right solution of " + String.join(", ", service.slugsWithHiddenChecks())
                        + " in " + learner.home().resolve("solutions"));
            }
            return results.stream().allMatch(SolutionResult::isAsExpected) ? ExitCode.ACCEPTED : ExitCode.REJECTED;
        } catch (InvalidHiddenChecks e) {
            throw new UsageProblem("--hidden: " + e.getMessage());
        }
    }

    /** Prints a line with paths relative to the project's directory. */
    private static void print(LearnerContext learner, String line) {
        System.out.println(line.replace(learner.home() + File.separator, ""));
    }

    /** Lists the TODO lines that a scaffold left in README.md and exercise.toml. They are not counted as complaints. */
    private static void unwritten(LearnerContext learner, SolutionRepository solutions, List<Exercise> exercises)
            throws IOException {
        for (Exercise exercise : exercises) {
            for (String name : List.of("README.md", "exercise.toml")) {
                Path file = solutions.exercises().resolve(exercise.slug()).resolve(name);
                long todo = Files.exists(file)
                        ? Files.readString(file)
                                .lines()
                                .filter(line -> line.contains("TODO"))
                                .count()
                        : 0;
                if (todo > 0) {
                    print(learner, "still to be written: " + file + ", " + todo + " lines with TODO");
                }
            }
        }
    }

    private boolean wanted(Solution solution, List<Exercise> exercises) {
        return exercises.stream().anyMatch(exercise -> exercise.slug().equals(solution.slug()))
                && solution.name().contains(only)
                && (!brief || solution.isRepresentative());
    }

    private void print(SolutionResult result) {
        if (verbose) {
            System.out.printf(
                    "%-21s %-60s %5d ms  %s%s%n",
                    result.isAsExpected() ? "as expected" : "wrong",
                    result.solution(),
                    result.millis(),
                    result.caughtBy().map(check -> check.result().id()).orElse(""),
                    result.problem());
        }
    }
}
