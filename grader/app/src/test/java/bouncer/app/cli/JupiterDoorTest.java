package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.TestHome;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.GradingService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the whole path from JUnit's launcher through the extension and the referee to the results that an IDE shows.
 */
class JupiterDoorTest {
    private static final String CHECKS = "counter.ThreadSafeCounterChecks";
    private static final List<String> ALL_CHECKS = List.of(CHECKS, "counter.CounterSpecification");
    private static final String BANK_CHECKS = "bank.BankAccountChecks";

    @TempDir
    private static Path home;

    private static Path exercises;
    private static JupiterRun jupiter;
    private static List<CheckSpec> specs;

    @BeforeAll
    static void make() throws Exception {
        exercises = TestHome.make(home.resolve("project"));
        jupiter = new JupiterRun(exercises, home);
        try (GradingService service = GradingService.open(exercises)) {
            Exercise counter = service.catalog().exercise("04-counter");
            specs = service.catalog().checks(counter);
        }
    }

    @Test
    void everyCheckHasAResultAndTheBoardComesLast() throws Exception {
        put("mistakes/lost-update");
        String said = jupiter.run("", ALL_CHECKS);
        assertThat(said.lines().filter(line -> line.matches("(SUCCESSFUL|FAILED|ABORTED) .*")))
                .hasSize(specs.size());
        assertThat(said)
                .contains("FAILED noIncrementIsLost: org.opentest4j.AssertionFailedError: ")
                .contains("(at counter/ThreadSafeCounter.java:")
                .contains("failed first")
                .contains("Bouncer: 0 of 1 accepted")
                .endsWith("./mvnw test -Dexercise=04-counter\n");
        assertThat(exercises.resolve("target/bouncer/report.json")).exists();
    }

    @Test
    void runningOneCheckGivesNoVerdict() throws Exception {
        put("reference");
        Files.deleteIfExists(exercises.resolve("target/bouncer/report.json"));
        String said = jupiter.run("", List.of(CHECKS + "#startsAtZero"));
        assertThat(said)
                .contains("SUCCESSFUL startsAtZero")
                .contains("04-counter partial: 1 of " + specs.size() + " checks")
                .doesNotContain("accepted");
        assertThat(exercises.resolve("target/bouncer/report.json")).doesNotExist();
    }

    @Test
    void anExerciseThatWasNotAskedForIsLeftOut() throws Exception {
        put("reference");
        String said = jupiter.run("counter", List.of(CHECKS, ALL_CHECKS.get(1), BANK_CHECKS));
        assertThat(said)
                .contains("LEFT_OUT BankAccountChecks: 05-bank-account was not asked for")
                .contains("Bouncer: 1 of 1 accepted, 15 of 15 points");
    }

    @Test
    void anExerciseThatDoesNotExistFailsOnceAndClearly() throws Exception {
        String said = jupiter.run("foo", List.of(CHECKS, BANK_CHECKS));
        assertThat(said.lines().filter(line -> line.startsWith("FAILED"))).hasSize(1);
        assertThat(said).contains("-Dexercise=foo: No exercise is called foo").contains("04-counter");
    }

    private static void put(String solution) throws Exception {
        Path source = exercises.resolve("04-counter/src/main/java/counter/ThreadSafeCounter.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                Files.readString(Path.of("../../solutions/04-counter")
                        .resolve(solution)
                        .resolve("counter/ThreadSafeCounter.java")));
    }
}
