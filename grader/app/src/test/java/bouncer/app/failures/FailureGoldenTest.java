package bouncer.app.failures;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.app.Golden;
import bouncer.app.report.ReplayText;
import bouncer.checks.Explore;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.worker.explore.ExplorationRunner;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One failure of each kind as a student reads it, found by a real exploration. */
class FailureGoldenTest {
    private static final int REPLAYS = 100;
    private static final VisibleJdk VISIBLE = new VisibleJdk(Set.of("java.lang.*", "java.util.*"));

    @TempDir
    static Path submission;

    /** The class is copied to where a compiled submission would lie. */
    @BeforeAll
    static void layOut() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Door.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path name = Path.of("bouncer/app/failures/Door.class");
        Files.createDirectories(submission.resolve(name).getParent());
        Files.copy(classes.resolve(name), submission.resolve(name));
    }

    static Stream<String> checks() {
        return Arrays.stream(DoorChecks.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Explore.class))
                .map(Method::getName)
                .sorted();
    }

    private static ExplorationRunner exploring(String check) throws NoSuchMethodException {
        CheckContext.begin(false, 1);
        Method method = DoorChecks.class.getDeclaredMethod(check);
        CheckInfo info = Objects.requireNonNull(CheckInfo.of(method));
        return new ExplorationRunner(method, info, new FailureTranslator(new StudentCode(submission)), VISIBLE, 1);
    }

    private static Finding found(ExplorationRunner.Answer answer) {
        assertThat(answer.outcome()).as(answer.note()).isEqualTo(CheckOutcome.FAILED);
        return Objects.requireNonNull(answer.finding());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void isReadAsWritten(String check) throws IOException, NoSuchMethodException {
        Finding finding = found(exploring(check).explore());
        CheckResult result = new CheckResult(
                "door." + check,
                CheckOutcome.FAILED,
                List.of(finding),
                "",
                new CheckCoverage.Explored(1, false, null),
                1);
        Golden.check("failures/" + check + ".txt", ReplayText.write(check, result));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void aHundredReplaysInARowTellTheSame(String check) throws NoSuchMethodException {
        Finding finding = found(exploring(check).explore());
        String token = finding.replay();
        if (token == null) {
            assertThat(finding).isInstanceOf(Finding.Unreachable.class); // there is no schedule to show
            return;
        }
        for (int i = 0; i < REPLAYS; i++) {
            assertThat(found(exploring(check).replay(token))).isEqualTo(finding);
        }
    }
}
