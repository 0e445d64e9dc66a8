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

/** {@code bouncer mutate}: breaks right solutions in small ways and tells which breaks no check notices. */
@Command(
        name = "mutate",
        description = "Breaks the right solutions in small ways, one at a time, and lists what no check notices.",
        mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SLUG", arity = "0..*", description = "rooms; all by default")
    private List<String> slugs = List.of();

    @Option(names = "--of", paramLabel = "TEXT", description = "only mutants of solutions whose name contains this")
    private String of = "";

    @Option(names = "--only", paramLabel = "TEXT", description = "only mutants whose name contains this")
    private String only = "";

    @Option(names = "--list", description = "show the mutants and try none")
    private boolean list;

    @Option(names = "--verbose", description = "one line for each mutant as it ends")
    private boolean verbose;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LearnerContext desk = LearnerContext.open();
        GradingService house = desk.house();
        List<Exercise> rooms =
                slugs.isEmpty() ? house.rooms() : slugs.stream().map(desk::room).toList();
        SolutionRepository shelf =
                new SolutionRepository(house.exercises(), desk.home().resolve("solutions"));
        if (list) {
            for (Exercise room : rooms) {
                Mutation.list(shelf, room).forEach(this::show);
            }
            return ExitCode.ACCEPTED;
        }
        List<MutantResult> trials = Mutation.run(house, shelf, rooms, this::wanted, this::tell);
        System.out.print(MutantTable.write(trials));
        return trials.stream().noneMatch(MutantResult::isUnexplained) ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    private boolean wanted(Solution solution, Mutant mutant) {
        return solution.name().contains(of) && mutant.id().contains(only);
    }

    private void show(Solution solution, List<Mutant> mutants) {
        mutants.stream()
                .filter(mutant -> wanted(solution, mutant))
                .forEach(mutant -> System.out.println(solution + " " + mutant.id() + "\n" + mutant.diff()));
    }

    private void tell(MutantResult trial) {
        if (verbose) {
            String end = trial.killedBy()
                    .map(check -> "killed by " + check.result().id())
                    .orElse(trial.proof().isEmpty() ? "SURVIVES" : "equivalent");
            System.out.println(trial.name() + ": " + end);
        }
    }
}
