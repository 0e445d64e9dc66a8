package bouncer.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.author.Solution;
import bouncer.app.author.Solution.Kind;
import bouncer.app.author.SolutionRepository;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import bouncer.checks.Explore;
import bouncer.checks.definition.CheckInfo;
import bouncer.engine.search.ReductionCrossCheck;
import bouncer.worker.explore.ExplorationRunner;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.VisibleJdk;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All search algorithms find the same traces in the exercises' checks, too. {@code mvn verify} compares the references'
 * scenarios that are small enough; {@code -Dscenarios=all} also the alternatives', with six times as many executions,
 * and {@code -Dscenarios=SLUG} the same for one exercise.
 */
@Tag("scenarios") // it needs another class path
class ScenariosTest {
    private static final Path HOME =
            Path.of(System.getProperty("bouncer.home", "..")).toAbsolutePath().normalize();

    private static final String ASKED = System.getProperty("scenarios", "");
    private static final boolean ALL = !ASKED.isEmpty();
    private static final int MOST = ALL ? 3_000 : 500;

    private final GradingService service = GradingService.open(HOME.resolve("exercises"));
    private final SolutionRepository repository =
            new SolutionRepository(HOME.resolve("exercises"), HOME.resolve("solutions"));

    /** On the class path, because a check's signatures may name a submission's types. */
    private final Path classes = Path.of(ScenariosTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());

    ScenariosTest() throws URISyntaxException {}

    @AfterEach
    void clear() throws IOException {
        try (Stream<Path> packages = Files.list(classes)) {
            for (Path theirs :
                    packages.filter(each -> !each.endsWith("bouncer")).toList()) {
                try (Stream<Path> files = Files.walk(theirs)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        }
    }

    @Test
    void allWaysOfSearchingSeeTheSame() throws Exception {
        Set<Kind> kinds = ALL ? Set.of(Kind.REFERENCE, Kind.ALTERNATIVE) : Set.of(Kind.REFERENCE);
        List<String> differ = new ArrayList<>();
        int compared = 0;
        int scenarios = 0;
        for (Exercise exercise : service.catalog().exercises()) {
            for (Solution solution : repository.of(exercise)) {
                boolean asked = !ALL || ASKED.equals("all") || ASKED.equals(exercise.slug());
                if (!asked || !kinds.contains(solution.kind())) {
                    continue;
                }
                compile(solution);
                for (Method check : scenarios(exercise)) {
                    ReductionCrossCheck agreement = agreement(check);
                    scenarios++;
                    compared += agreement.compared() ? 1 : 0;
                    if (ALL || !agreement.lacking().isEmpty()) {
                        System.out.println(solution + " " + check.getName() + ": " + agreement);
                    }
                    if (!agreement.lacking().isEmpty()) {
                        differ.add(solution + " " + check.getName() + ": " + agreement.lacking());
                    }
                }
            }
        }
        System.out.printf("%d scenarios, %d small enough to compare, %d differ%n", scenarios, compared, differ.size());
        assertThat(differ).isEmpty();
        assertThat(scenarios).as("scenarios that were run").isGreaterThan(ALL ? 0 : 50);
        assertThat(compared).as("scenarios that were compared").isGreaterThanOrEqualTo(scenarios / 3);
    }

    private void compile(Solution solution) throws IOException {
        clear();
        List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-proc:none", "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(solution.directory())) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("%s compiles", solution).isZero();
    }

    private static List<Method> scenarios(Exercise exercise) throws ClassNotFoundException {
        List<Method> found = new ArrayList<>();
        for (String name : exercise.checks()) {
            Stream.of(Class.forName(name).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Explore.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(found::add);
        }
        return found;
    }

    private ReductionCrossCheck agreement(Method check) {
        CheckContext.begin(false, 1);
        CheckInfo info = CheckInfo.of(check);
        return new ExplorationRunner(
                        check, info, new FailureTranslator(new StudentCode(classes)), new VisibleJdk(Set.of()), 1)
                .agreement(MOST);
    }
}
