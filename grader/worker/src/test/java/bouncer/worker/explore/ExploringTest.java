package bouncer.worker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import bouncer.checks.definition.CheckInfo;
import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.Finding;
import bouncer.worker.failure.FailureTranslator;
import bouncer.worker.failure.StudentCode;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.submission.VisibleJdk;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploringTest {
    @TempDir
    static Path submission;

    /** The nested class is copied to the directory of a compiled submission. */
    @BeforeAll
    static void layOut() throws IOException, URISyntaxException {
        Path classes = Path.of(ExploringTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path name = Path.of("bouncer/worker/explore/ScenarioChecks$Submission.class");
        Files.createDirectories(submission.resolve(name).getParent());
        Files.copy(classes.resolve(name), submission.resolve(name));
    }

    private static ExplorationRunner exploring(String check) {
        return exploring(ScenarioChecks.class, check);
    }

    private static ExplorationRunner exploring(Class<?> checks, String check) {
        // A nested class names its outer one.
        return exploring(checks, check, new VisibleJdk(Set.of("java.lang.*", "java.util.*", checks.getName())));
    }

    private static ExplorationRunner exploring(Class<?> checks, String check, VisibleJdk jdk) {
        try {
            CheckContext.begin(false, 1);
            Method method = checks.getDeclaredMethod(check);
            CheckInfo info = Objects.requireNonNull(CheckInfo.of(method));
            return new ExplorationRunner(method, info, new FailureTranslator(new StudentCode(submission)), jdk, 1);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Finding found(String check) {
        ExplorationRunner.Answer answer = exploring(check).explore();
        assertThat(answer.outcome()).as(answer.note()).isEqualTo(CheckOutcome.FAILED);
        return Objects.requireNonNull(answer.finding());
    }

    @Test
    void aRightClassIsExploredToTheEnd() {
        assertThat(exploring("right").explore().outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(CheckContext.coverage())
                .isInstanceOfSatisfying(
                        CheckCoverage.Explored.class,
                        explored -> assertThat(explored.complete()).isTrue());
        assertThat(exploring("gaugeSeesWhatALockKeepsApart").explore().outcome())
                .isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void aLoopOfStepsWithoutEndIsAHangThatHadToBeStopped() {
        Finding finding = found("neverEnds");
        assertThat(finding).isInstanceOf(Finding.Spinning.class);
        assertThat(finding.fault()).isEqualTo(Fault.HANG);
        assertThat(finding.message()).contains("reached the limit of steps");
    }

    @Test
    void aLostUpdateIsToldWithItsScheduleAndReplayed() {
        Finding finding = found("lostUpdate");
        assertThat(finding.fault()).isEqualTo(Fault.LOST_UPDATE);
        assertThat(finding.message()).isEqualTo("the count: expected 2, but it is 1");
        assertThat(finding.schedule())
                .extracting(step -> step.thread() + " " + step.what())
                .containsSubsequence("T1 reads count = 0", "T2 reads count = 0");
        ExplorationRunner.Answer again = exploring("lostUpdate").replay(Objects.requireNonNull(finding.replay()));
        assertThat(again.finding()).isEqualTo(finding);
    }

    @Test
    void aTokenOfAnotherCheckIsRefused() {
        Finding finding = found("lostUpdate");
        assertThat(exploring("right")
                        .replay(Objects.requireNonNull(finding.replay()))
                        .outcome())
                .isEqualTo(CheckOutcome.INCONCLUSIVE);
    }

    @Test
    void aRaceNamesBothSides() {
        assertThat(found("unlockedRead")).isInstanceOfSatisfying(Finding.DataRace.class, race -> {
            assertThat(race.fault()).isEqualTo(Fault.UNLOCKED_READ);
            assertThat(race.variable()).contains("count");
            assertThat(race.first().thread()).isNotEqualTo(race.second().thread());
            assertThat(race.location()).isNotNull();
        });
    }

    @Test
    void aDeadlockNamesTheCycle() {
        assertThat(found("deadlock")).isInstanceOfSatisfying(Finding.Deadlock.class, deadlock -> {
            assertThat(deadlock.fault()).isEqualTo(Fault.LOCK_ORDER_DEADLOCK);
            assertThat(deadlock.waiters()).hasSize(2);
        });
    }

    @Test
    void stuckAndSpinningThreadsAreNamed() {
        assertThat(found("stuck")).isInstanceOfSatisfying(Finding.Stuck.class, stuck -> {
            assertThat(stuck.fault()).isEqualTo(Fault.MISSING_NOTIFY);
            assertThat(stuck.message()).startsWith("T1 waits for");
        });
        assertThat(found("spinner").fault()).isEqualTo(Fault.BUSY_WAIT);
    }

    @Test
    void gaugesAndMeetingsTellWhatIsAndIsNotReached() {
        assertThat(found("gaugeSeesWhatNothingKeepsApart").fault()).isEqualTo(Fault.NOT_EXCLUSIVE);
        assertThat(found("unreachable"))
                .isInstanceOfSatisfying(
                        Finding.Unreachable.class,
                        unreachable -> assertThat(unreachable.fault()).isEqualTo(Fault.OVER_SERIALISED));
        assertThat(found("neverMeet").fault()).isEqualTo(Fault.OVER_SERIALISED);
    }

    @Test
    void nothingControlledIsAnErrorAndAnAssumptionIsInconclusive() {
        assertThat(exploring(ScenarioChecks.Idle.class, "nothingOfTheSubmission")
                        .explore()
                        .outcome())
                .isEqualTo(CheckOutcome.ERROR);
        assertThat(exploring("assumption").explore().outcome()).isEqualTo(CheckOutcome.INCONCLUSIVE);
    }

    @Test
    void jUnitsAssertionsAndLifecycleWorkInEveryExecution() {
        ExplorationRunner.Answer right =
                exploring(ScenarioChecks.WithLifecycle.class, "rightWithJUnit").explore();
        assertThat(right.outcome()).as(right.note() + right.finding()).isEqualTo(CheckOutcome.PASSED);
        assertThat(CheckContext.coverage())
                .isInstanceOfSatisfying(
                        CheckCoverage.Explored.class,
                        explored -> assertThat(explored.complete()).isTrue());
        Finding race = Objects.requireNonNull(exploring(ScenarioChecks.WithLifecycle.class, "wrongAfterwards")
                .explore()
                .finding());
        assertThat(race.schedule()).isNotEmpty();
        Finding first = Objects.requireNonNull(exploring(ScenarioChecks.WithLifecycle.class, "wrongTwice")
                .explore()
                .finding());
        assertThat(first.message()).isEqualTo("first");
    }

    @Test
    void anExceptionOfTheChecksOwnIsAHarnessErrorAndOneOfTheSubmissionAFinding() {
        ExplorationRunner.Answer own = exploring("ownException").explore();
        assertThat(own.outcome()).isEqualTo(CheckOutcome.ERROR);
        assertThat(own.note()).startsWith("The check itself threw").contains("ScenarioChecks.java:");
        assertThat(found("nullOfTheSubmission").message()).isEqualTo("nothing() returned null");
        assertThat(found("exceptionOfTheSubmission").fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
    }
}
