package bouncer.app.author;

import bouncer.app.author.Solution.Kind;
import bouncer.app.author.mutation.Mutant;
import bouncer.app.author.mutation.Mutators;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.RunDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Mutates correct solutions and grades the mutants. Stateless. */
public final class Mutation {
    private Mutation() {}

    /**
     * Makes and grades mutants, two at a time.
     *
     * @param exercises the exercises whose correct solutions are mutated
     * @param wanted selects solutions and mutants
     * @param progress receives each result when it is known, from one thread at a time
     */
    public static List<MutantResult> run(
            GradingService service,
            SolutionRepository repository,
            List<Exercise> exercises,
            BiPredicate<Solution, Mutant> wanted,
            Consumer<MutantResult> progress)
            throws IOException, InterruptedException {
        service.reuseWorkers();
        SolutionRunner runner = new SolutionRunner(service);
        List<Callable<MutantResult>> tasks = new ArrayList<>();
        for (Exercise exercise : exercises) {
            Map<String, String> proofs = Equivalents.read(repository.equivalents(exercise));
            for (Solution solution : right(repository, exercise)) {
                SortedMap<String, String> sources = sources(solution.directory());
                for (Mutant mutant : Mutators.of(sources)) {
                    String proof = proofs.getOrDefault(solution.name() + " " + mutant.id(), "");
                    if (wanted.test(solution, mutant)) {
                        tasks.add(() -> grade(runner, exercise, solution, sources, mutant, proof));
                    }
                }
            }
        }
        return ParallelRunner.run(tasks, progress);
    }

    /** Makes the mutants of one exercise's correct solutions without grading them. */
    public static Map<Solution, List<Mutant>> list(SolutionRepository repository, Exercise exercise)
            throws IOException {
        Map<Solution, List<Mutant>> mutants = new LinkedHashMap<>();
        for (Solution solution : right(repository, exercise)) {
            mutants.put(solution, Mutators.of(sources(solution.directory())));
        }
        return mutants;
    }

    private static List<Solution> right(SolutionRepository repository, Exercise exercise) throws IOException {
        return repository.of(exercise).stream()
                .filter(solution -> solution.kind() == Kind.REFERENCE || solution.kind() == Kind.ALTERNATIVE)
                .toList();
    }

    private static MutantResult grade(
            SolutionRunner runner,
            Exercise exercise,
            Solution of,
            SortedMap<String, String> sources,
            Mutant mutant,
            String proof)
            throws IOException, InterruptedException {
        try (RunDirectory run = RunDirectory.create()) {
            Path directory = run.path();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = directory.resolve(source.getKey());
                Files.createDirectories(file.getParent());
                boolean mutated = source.getKey().equals(mutant.file());
                Files.writeString(file, mutated ? mutant.after() : source.getValue());
            }
            return runner.kill(exercise, of, directory, mutant, proof);
        }
    }

    private static SortedMap<String, String> sources(Path directory) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".java")).toList()) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                sources.put(name, Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return sources;
    }
}
