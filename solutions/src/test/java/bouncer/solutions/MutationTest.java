package bouncer.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.author.MutantResult;
import bouncer.app.author.MutantTable;
import bouncer.app.author.Mutation;
import bouncer.app.author.Solution.Kind;
import bouncer.app.author.SolutionRepository;
import bouncer.app.grading.GradingService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Grades a fixed set of the references' mutants; {@code ./bouncer mutate} makes and grades all of them. */
class MutationTest {
    private static final Set<String> OPERATORS = Set.of("drop-synchronized", "while-to-if", "drop-notify");

    private static final Set<String> EXERCISES = Set.of("04-counter", "06-mutex", "07-semaphore");

    @Test
    void noMutantOfAReferenceSurvivesUnexplained() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("bouncer.home", ".."))
                .toAbsolutePath()
                .normalize();
        SolutionRepository repository = new SolutionRepository(home.resolve("exercises"), home.resolve("solutions"));
        List<MutantResult> results;
        try (GradingService service = GradingService.open(repository.exercises())) {
            results = Mutation.run(
                    service,
                    repository,
                    service.catalog().exercises(),
                    (solution, mutant) -> solution.kind() == Kind.REFERENCE
                            && EXERCISES.contains(solution.slug())
                            && OPERATORS.contains(mutant.operator()),
                    result -> {});
        }
        System.out.println(MutantTable.write(results));
        assertThat(results).as("mutants that were tried").hasSizeGreaterThan(15);
        assertThat(results.stream().filter(MutantResult::isUnexplained))
                .extracting(result ->
                        result.name() + " survives:\n" + result.mutant().diff() + result.trouble())
                .isEmpty();
        assertThat(results.stream()
                        .filter(result ->
                                result.killedBy().isPresent() && !result.proof().isEmpty()))
                .as("killed mutants that equivalent.toml lists")
                .isEmpty();
    }
}
