package bouncer.app.cli;

import bouncer.app.author.MutantResult;
import bouncer.app.author.MutantTable;
import bouncer.app.author.Mutation;
import bouncer.app.author.Solution;
import bouncer.app.author.SolutionRepository;
import bouncer.app.author.mutation.Mutant;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bouncer mutate}: breaks right solutions in small ways and lists the mutants that no check rejects. */
@Command(
        name = "mutate",
        description =
                "Breaks the right solutions in small ways, one at a time, and lists the mutants that no check rejects.",
        mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..*", description = "the exercises; all by default")
    private List<String> slugs = List.of();

    @Option(names = "--of", paramLabel = "TEXT", description = "only mutants of solutions whose name contains this")
    private String of = "";

    @Option(names = "--only", paramLabel = "TEXT", description = "only mutants whose name contains this")
    private String only = "";

    @Option(names = "--list", description = "list the mutants without running them")
    private boolean list;

    @Option(names = "--verbose", description = "one line for each mutant as it ends")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LearnerContext learner = LearnerContext.open()) {
            return mutate(learner);
        }
    }

    private int mutate(LearnerContext learner) throws IOException, InterruptedException {
        GradingService service = learner.service();
        List<Exercise> exercises = slugs.isEmpty()
                ? service.catalog().exercises()
                : slugs.stream().map(learner::exercise).toList();
        SolutionRepository solutions = new SolutionRepository(
                service.catalog().directory(), learner.home().resolve("solutions"));
        if (list) {
            for (Exercise exercise : exercises) {
                Mutation.list(solutions, exercise).forEach(this::show);
            }
            return ExitCode.ACCEPTED;
        }
        List<MutantResult> results = Mutation.run(service, solutions, exercises, this::wanted, this::print);
        System.out.print(MutantTable.write(results));
        return results.stream().noneMatch(MutantResult::isUnexplained) ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    private boolean wanted(Solution solution, Mutant mutant) {
        return solution.name().contains(of) && mutant.id().contains(only);
    }

    private void show(Solution solution, List<Mutant> mutants) {
        mutants.stream()
                .filter(mutant -> wanted(solution, mutant))
                .forEach(mutant -> System.out.println(solution + " " + mutant.id() + "\n" + mutant.diff()));
    }

    private void print(MutantResult result) {
        if (verbose) {
            String end = result.killedBy()
                    .map(check -> "killed by " + check.result().id())
                    .orElse(result.proof().isEmpty() ? "SURVIVES" : "equivalent");
            System.out.println(result.name() + ": " + end);
        }
    }
}
