package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.app.TestHome;
import bouncer.app.catalogue.CheckSpec;
import bouncer.app.catalogue.Exercise;
import bouncer.app.grading.ExerciseGrading;
import bouncer.app.grading.GradingService;
import bouncer.app.grading.JudgingObserver;
import bouncer.app.report.JsonReader;
import bouncer.app.submission.Intake;
import bouncer.app.verdict.CheckReport;
import bouncer.app.verdict.ExerciseReport;
import bouncer.checks.junit.Referee.CheckMethod;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results of {@code mvn test} for different orders and subsets of the checks that Jupiter asks for. */
class MavenRefereeTest {
    private static final String RACY = """
            package counter;
            public final class ThreadSafeCounter {
                private long value;
                public void increment() { value++; }
                public synchronized void decrement() { value--; }
                public synchronized long get() { return value; }
                public synchronized long getAndReset() { long last = value; value = 0; return last; }
            }
            """;

    @TempDir
    private static Path home;

    private static Path exercises;
    private static List<CheckSpec> checks;

    @BeforeAll
    static void make() throws Exception {
        exercises = TestHome.make(home.resolve("project"));
        try (GradingService service = GradingService.open(exercises)) {
            checks = service.catalog().checks(counter(service));
        }
    }

    @BeforeEach
    void forget() throws IOException {
        Files.deleteIfExists(report());
        write(RACY);
    }

    @Test
    void theOrderOfAskingDoesNotMatter() throws Exception {
        List<CheckMethod> methods = methods(checks);
        Collections.shuffle(methods, new Random(1));
        String board = run("", methods, methods);
        ExerciseReport written = JsonReader.firstOf(report()).orElseThrow();
        ExerciseReport judged;
        try (GradingService service = GradingService.open(exercises)) {
            Exercise counter = counter(service);
            try (ExerciseGrading grading = service.grading(counter, Intake.find(exercises.resolve(".."), counter))) {
                judged = grading.judge(JudgingObserver.NONE);
            }
        }
        assertThat(written.verdict()).isEqualTo(judged.verdict());
        assertThat(written.score()).isEqualTo(judged.score());
        assertThat(written.checks().stream().map(MavenRefereeTest::summary))
                .containsExactlyElementsOf(
                        judged.checks().stream().map(MavenRefereeTest::summary).toList());
        assertThat(board).contains("Bouncer: 0 of 1 accepted").contains("./mvnw test -Dexercise=04-counter");
    }

    @Test
    void aPartOfAnExerciseGetsNoVerdict() throws Exception {
        Files.copy(
                Path.of("../../solutions/04-counter/reference/counter/ThreadSafeCounter.java"),
                source(),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        CheckSpec first = checks.get(0);
        List<CheckMethod> one = methods(List.of(first));
        String said = run("", one, one);
        assertThat(said)
                .contains("04-counter partial: 1 of " + checks.size() + " checks, 1 passed, 0 failed; no verdict")
                .contains("./mvnw test -Dexercise=04-counter")
                .doesNotContainIgnoringCase("accepted");
        assertThat(report()).doesNotExist();
    }

    @Test
    void aCheckThatWasNotAnnouncedIsJudgedAlone() throws Exception {
        String said = run("", List.of(), methods(List.of(checks.get(0))));
        assertThat(said).contains("partial: 1 of " + checks.size() + " checks");
    }

    @Test
    void anExerciseIsNamedAsPeopleNameIt() throws Exception {
        for (String name : List.of("4", "04", "counter", "04-counter")) {
            MavenReferee referee = new MavenReferee(exercises, name);
            assertThat(referee.leavesOut("04-counter")).isFalse();
            assertThat(referee.leavesOut("05-bank-account")).isTrue();
            quietly(referee);
        }
    }

    @Test
    void anExerciseThatDoesNotExistIsAnErrorThatNamesThoseThatDo() throws Exception {
        MavenReferee referee = new MavenReferee(exercises, "foo");
        referee.plan(methods(checks));
        assertThatThrownBy(() -> referee.leavesOut("04-counter"))
                .hasMessageContaining("-Dexercise=foo: No exercise is called foo")
                .hasMessageContaining("04-counter");
        assertThat(referee.leavesOut("05-bank-account")).as("it is said once").isTrue();
        assertThat(quietly(referee)).contains("No exercise is called foo");
    }

    @Test
    void whatDoesNotCompileFailsTheFirstCheckThatIsAskedFor() throws Exception {
        write("package counter; public class ThreadSafeCounter { int x = \"\"; }");
        MavenReferee referee = new MavenReferee(exercises, "");
        List<CheckMethod> methods = methods(checks);
        referee.plan(methods);
        CheckResult first = referee.result("04-counter", checks.get(1).id());
        CheckResult second = referee.result("04-counter", checks.get(0).id());
        assertThat(first.outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(first.findings().get(0).message()).contains("String");
        assertThat(second.outcome()).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(quietly(referee)).contains("0 of 1 accepted");
    }

    private static String run(String only, List<CheckMethod> plan, List<CheckMethod> asked) {
        MavenReferee referee = new MavenReferee(exercises, only);
        if (!plan.isEmpty()) {
            referee.plan(plan);
        }
        for (CheckMethod method : asked) {
            for (String id : referee.variants(method)) {
                assertThat(referee.result(method.slug(), id).id()).isEqualTo(id);
            }
        }
        return quietly(referee);
    }

    /** Closes the referee and returns what it prints. */
    private static String quietly(MavenReferee referee) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            referee.close();
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<CheckMethod> methods(List<CheckSpec> specs) {
        return new ArrayList<>(specs.stream()
                .map(spec -> new CheckMethod("04-counter", spec.checkClass(), spec.method()))
                .distinct()
                .toList());
    }

    private static String summary(CheckReport check) {
        return check.result().id() + " " + check.result().outcome() + " " + check.score() + " "
                + check.result().findings().stream()
                        .map(finding -> finding.fault() + " " + finding.location() + " " + finding.message())
                        .toList();
    }

    private static Exercise counter(GradingService service) {
        return service.catalog().exercise("04-counter");
    }

    private static Path source() {
        return exercises.resolve("04-counter/src/main/java/counter/ThreadSafeCounter.java");
    }

    private static Path report() {
        return exercises.resolve("target/bouncer/report.json");
    }

    private static void write(String text) throws IOException {
        Files.createDirectories(source().getParent());
        Files.writeString(source(), text);
    }
}
