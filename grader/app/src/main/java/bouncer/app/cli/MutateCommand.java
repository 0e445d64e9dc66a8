package bouncer.app.cli;

import bouncer.app.author.MutantTable;
import bouncer.app.author.MutantTrial;
import bouncer.app.author.Mutation;
import bouncer.app.author.Shelf;
import bouncer.app.author.Solution;
import bouncer.app.author.mutation.Mutant;
import bouncer.app.catalogue.Room;
import bouncer.app.pipeline.House;
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
        Desk desk = Desk.open();
        House house = desk.house();
        List<Room> rooms =
                slugs.isEmpty() ? house.rooms() : slugs.stream().map(desk::room).toList();
        Shelf shelf = new Shelf(house.exercises(), desk.home().resolve("solutions"));
        if (list) {
            for (Room room : rooms) {
                Mutation.list(shelf, room).forEach(this::show);
            }
            return ExitCode.ACCEPTED;
        }
        List<MutantTrial> trials = Mutation.run(house, shelf, rooms, this::wanted, this::tell);
        System.out.print(MutantTable.write(trials));
        return trials.stream().noneMatch(MutantTrial::isUnexplained) ? ExitCode.ACCEPTED : ExitCode.REJECTED;
    }

    private boolean wanted(Solution solution, Mutant mutant) {
        return solution.name().contains(of) && mutant.id().contains(only);
    }

    private void show(Solution solution, List<Mutant> mutants) {
        mutants.stream()
                .filter(mutant -> wanted(solution, mutant))
                .forEach(mutant -> System.out.println(solution + " " + mutant.id() + "\n" + mutant.diff()));
    }

    private void tell(MutantTrial trial) {
        if (verbose) {
            String end = trial.killedBy()
                    .map(check -> "killed by " + check.result().id())
                    .orElse(trial.proof().isEmpty() ? "SURVIVES" : "equivalent");
            System.out.println(trial.name() + ": " + end);
        }
    }
}
