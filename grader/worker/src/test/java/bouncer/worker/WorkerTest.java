package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Fault;
import bouncer.checks.result.CheckOutcome;
import bouncer.checks.result.CheckResult;
import bouncer.checks.result.Finding;
import bouncer.worker.wire.Channel;
import bouncer.worker.wire.Endpoint;
import bouncer.worker.wire.Message;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A real worker process with code that exits, hangs, fills the heap and leaks threads: each fails only its own check.
 * Each test has processes and directories of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class WorkerTest {
    private static final String FILE = "bouncer/worker/HostileSubmission.java";

    @TempDir
    Path home;

    private long limitMillis = 1_000;

    /** The messages of a worker about one check. */
    private record Said(@Nullable Finding failed, @Nullable CheckResult result, boolean reusable) {
        Finding finding() {
            return failed != null
                    ? failed
                    : Objects.requireNonNull(result).findings().get(0);
        }
    }

    /** As in a grading, checks and submission are in different directories. */
    @BeforeEach
    void layOut() throws IOException, URISyntaxException {
        copy("HostileChecks", home.resolve("checks"));
        copy("JUnitChecks", home.resolve("checks"));
        copy("HostileSubmission", home.resolve("classes"));
        Files.writeString(home.resolve("visible"), "");
    }

    private static Path testClasses() throws URISyntaxException {
        return Path.of(WorkerTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static void copy(String prefix, Path root) throws IOException, URISyntaxException {
        Path target = Files.createDirectories(root.resolve("bouncer/worker"));
        try (var files = Files.list(testClasses().resolve("bouncer/worker"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private String classPath() throws URISyntaxException {
        String own = testClasses().toString();
        List<String> entries = new ArrayList<>(List.of(home.resolve("checks").toString()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && !Path.of(entry).toString().equals(own)) {
                entries.add(entry);
            }
        }
        entries.add(home.resolve("classes").toString());
        return String.join(File.pathSeparator, entries);
    }

    /** Runs checks in one worker, one after the other. */
    private List<Said> run(String... checks) throws IOException, InterruptedException, URISyntaxException {
        return run(HostileChecks.class, checks);
    }

    private List<Said> run(Class<?> type, String... checks)
            throws IOException, InterruptedException, URISyntaxException {
        List<Said> said = new ArrayList<>();
        Process process = null;
        try (Endpoint endpoint = Endpoint.open(home)) {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-XX:+UseCountedLoopSafepoints",
                            "-XX:LoopStripMiningIter=1000",
                            "-cp",
                            classPath(),
                            WorkerMain.class.getName(),
                            endpoint.address(),
                            home.resolve("classes").toString(),
                            home.resolve("visible").toString(),
                            home.resolve("classes").toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().write("secret\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            try (Endpoint.Connection connection = endpoint.accept()) {
                Channel channel = new Channel(connection.in(), connection.out());
                assertThat(channel.receive()).isEqualTo(new Message.Hello("secret"));
                for (String check : checks) {
                    channel.send(new Message.Run(check, type.getName(), check, "PLATFORM", 1, limitMillis));
                    said.add(answer(channel));
                }
            }
        } finally {
            if (process != null) {
                process.destroyForcibly().waitFor();
            }
        }
        return said;
    }

    private static Said answer(Channel channel) {
        Finding failed = null;
        try {
            while (true) {
                Message message = channel.receive();
                if (message instanceof Message.Failed failure) {
                    failed = failure.finding();
                } else if (message instanceof Message.Ended ended) {
                    return new Said(failed, ended.result(), ended.reusable());
                }
            }
        } catch (IOException e) {
            return new Said(failed, null, false);
        }
    }

    @Test
    void exitIsNamedWithItsLine() throws Exception {
        Finding finding = run("exit").get(0).finding();
        assertThat(finding.fault()).isEqualTo(Fault.EXIT);
        assertThat(Objects.requireNonNull(finding.location()).file()).isEqualTo(FILE);
        assertThat(finding.location().line()).isPositive();
    }

    @Test
    void haltAndAHiddenLackOfMemoryEndTheProcessWithoutAPass() throws Exception {
        assertThat(run("halt").get(0)).isEqualTo(new Said(null, null, false));
        assertThat(run("eat").get(0)).isEqualTo(new Said(null, null, false));
    }

    @Test
    void anEndlessLoopIsNamedByTheProcessorTimeItUsed() throws Exception {
        Finding finding = run("loop").get(0).finding();
        assertThat(finding).isInstanceOf(Finding.Spinning.class);
        assertThat(finding.fault()).isEqualTo(Fault.HANG);
        assertThat(Objects.requireNonNull(finding.location()).file()).isEqualTo(FILE);
    }

    @Test
    void anEndlessLoopIsNamedInAnInitialiserAndUnderExplorationToo() throws Exception {
        for (String check : List.of("neverInitialised", "exploredLoop")) {
            Finding finding = run(check).get(0).finding();
            assertThat(finding.fault()).as(check).isEqualTo(Fault.HANG);
            assertThat(finding.location())
                    .as(check)
                    .isEqualTo(run("loop").get(0).finding().location());
        }
    }

    @Test
    void aStepThatNeverComesBackEndsTheExploration() throws Exception {
        limitMillis = 3_000;
        Finding finding = run("exploredLoopInLibrary").get(0).finding();
        assertThat(finding).isInstanceOf(Finding.Spinning.class);
        assertThat(finding.fault()).isEqualTo(Fault.HANG);
        assertThat(finding.message()).startsWith("A call never returned");
        assertThat(Objects.requireNonNull(finding.location()).file()).isEqualTo(FILE);
    }

    @Test
    void aFloodOfOutputEndsTheExploration() throws Exception {
        limitMillis = 3_000;
        assertThat(run("exploredFlood").get(0).finding().fault()).isEqualTo(Fault.OUTPUT_FLOOD);
    }

    @Test
    void aStandstillNamesTheWaitingThreadAndItsLine() throws Exception {
        Finding finding = run("waitForNothing").get(0).finding();
        assertThat(finding).isInstanceOf(Finding.Stuck.class);
        assertThat(finding.fault()).isEqualTo(Fault.MISSING_NOTIFY);
        assertThat(finding.waiters()).hasSize(1);
        assertThat(Objects.requireNonNull(finding.location()).file()).isEqualTo(FILE);
    }

    @Test
    void aWorkerIsReusedAfterHarmlessFailures() throws Exception {
        List<Said> said = run("overflow", "throwTrap", "print");
        assertThat(said.get(0).finding().fault()).isEqualTo(Fault.STACK_OVERFLOW);
        assertThat(said.get(1).finding().fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
        CheckResult printed = Objects.requireNonNull(said.get(2).result());
        assertThat(printed.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(printed.output()).startsWith("line 0 x").hasSizeLessThan(10_000);
        assertThat(said).allMatch(Said::reusable);
    }

    @Test
    void neitherALockOnItsOwnThreadNorACountedLoopKeepsTheWatchFromLooking() throws Exception {
        List<Said> said = List.of(
                run("holdOwnThread").get(0),
                run("countedLoop").get(0),
                run("holdThreadClass").get(0));
        assertThat(said).extracting(each -> each.finding().fault()).containsOnly(Fault.HANG);
        assertThat(said)
                .extracting(each ->
                        Objects.requireNonNull(each.finding().location()).file())
                .containsOnly(FILE);
    }

    @Test
    void nothingThatASubmissionBringsTakesTheHelpersPlace() throws Exception {
        Path impostor = home.resolve("classes/bouncer/worker/HostileChecks$Helper.class");
        Files.copy(home.resolve("checks/bouncer/worker/HostileChecks$Impostor.class"), impostor);
        assertThat(Objects.requireNonNull(run("helped").get(0).result()).outcome())
                .isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void hundredsOfThreadsLeftBehindAreNamed() throws Exception {
        Said said = run("leak").get(0);
        assertThat(said.finding().fault()).isEqualTo(Fault.THREAD_LEAK);
        assertThat(said.reusable()).isFalse();
    }

    @Test
    void jUnitsAssertionsAndLifecycleWork() throws Exception {
        limitMillis = 20_000;
        List<Said> said = run(JUnitChecks.class, "runsInOrder", "everyAfterEachRuns", "junit", "soft");
        assertThat(Objects.requireNonNull(said.get(0).result()).outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(said.get(1).finding().message()).isEqualTo("first");
        assertThat(said.get(2).finding().fault()).isEqualTo(Fault.LOST_UPDATE);
        assertThat(said.get(2).finding().message()).contains("the sum: expected 2, but it is 1");
        assertThat(said.get(3).finding().message()).contains("the first", "the second");
        assertThat(said).allMatch(Said::reusable);
    }

    @Test
    void anExceptionOfTheChecksOwnIsAHarnessError() throws Exception {
        limitMillis = 3_000;
        for (String check : List.of(
                "ownNull",
                "missingClass",
                "ownExceptionInAThread",
                "ownExceptionWhileAnotherWaits",
                "ownExceptionUnderStress",
                "ownExceptionWhileTiming")) {
            CheckResult result =
                    Objects.requireNonNull(run(JUnitChecks.class, check).get(0).result());
            assertThat(result.outcome()).as(check).isEqualTo(CheckOutcome.ERROR);
            assertThat(result.findings()).as(check).isEmpty();
            assertThat(result.note())
                    .as(check)
                    .startsWith("The check itself threw ")
                    .contains("JUnitChecks.java:");
        }
    }

    @Test
    void anExceptionOfTheSubmissionIsAFinding() throws Exception {
        limitMillis = 3_000;
        List<Said> said = run(
                JUnitChecks.class,
                "nullOfTheSubmission",
                "exceptionOfTheSubmission",
                "exceptionOfTheJdkInTheSubmission");
        assertThat(run(JUnitChecks.class, "thrownOnPurposeInAThreadOfTheSubmission")
                        .get(0)
                        .finding()
                        .message())
                .contains("IllegalStateException", "on purpose");
        assertThat(run(JUnitChecks.class, "faultOfTheAnnotation")
                        .get(0)
                        .finding()
                        .fault())
                .isEqualTo(Fault.BAD_TIMEOUT);
        assertThat(said.get(0).finding().message()).isEqualTo("nothing() returned null");
        assertThat(said.get(1).finding().fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
        assertThat(said.get(2).finding().fault()).isEqualTo(Fault.UNEXPECTED_EXCEPTION);
        assertThat(said)
                .extracting(each ->
                        Objects.requireNonNull(each.finding().location()).file())
                .containsOnly(FILE);
    }
}
