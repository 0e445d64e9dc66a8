package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a project whose Maven only records that it was called, and whose java only prints a line. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final String CHECK = "exercises/04-counter/src/test/java/counter/Checks.java";
    private static final String STUDENT = "exercises/04-counter/src/main/java/counter/Counter.java";
    private static final String GRADER = "grader/app/src/main/java/Main.java";
    private static final String RESOURCE = "grader/worker/src/main/resources/list.txt";

    @TempDir
    private Path home;

    @BeforeEach
    void build() throws IOException {
        for (String file : List.of(CHECK, STUDENT, GRADER, RESOURCE, "exercises/04-counter/README.md", "pom.xml")) {
            write(file, "");
        }
        script("bouncer", Files.readString(Path.of("../../bouncer")));
        script("mvnw", """
                #!/bin/sh
                echo built >>builds
                sleep 0.3
                [ ! -f broken ] || { echo "[ERROR] $(cat broken)"; exit 1; }
                mkdir -p grader/app/target && : >grader/app/target/bouncer-app.jar
                """);
        script("jdk/bin/java", "#!/bin/sh\necho started\n");
    }

    @Test
    void itBuildsOnceAndAgainWhenWhatIsBuiltChanged() throws Exception {
        assertThat(run()).isEqualTo("started\n");
        assertThat(run()).isEqualTo("started\n");
        assertThat(builds()).isEqualTo(1);
        assertThat(isStale()).isFalse();
        int expected = 1;
        for (String file : List.of(CHECK, GRADER, RESOURCE, "pom.xml")) {
            later(file);
            assertThat(isStale()).as(file).isTrue();
            run();
            run();
            assertThat(builds()).as(file).isEqualTo(++expected);
        }
        write("grader/app/src/main/java/Gone.java", "");
        later("grader/app/src/main/java");
        assertThat(isStale()).isTrue();
        run();
        assertThat(builds()).as("a directory whose files come and go").isEqualTo(++expected);
    }

    @Test
    void anOldJdkIsNamedBeforeAnythingIsBuilt() throws Exception {
        for (String old : List.of("11.0.24", "1.8.0_392", "16")) {
            write("jdk/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + old + "\"\n");
            Process process = start();
            assertThat(process.waitFor()).as(old).isEqualTo(3);
            assertThat(new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("is of JDK " + (old.startsWith("1.") ? "8" : old.replaceAll("\\..*", "")), "17 or later");
        }
        assertThat(home.resolve("builds")).doesNotExist();
        write("jdk/release", "JAVA_VERSION=\"17\"\n");
        assertThat(run()).isEqualTo("started\n");
    }

    @Test
    void itDoesNotBuildForWhatAStudentEdits() throws Exception {
        run();
        later(STUDENT);
        later("exercises/04-counter/README.md");
        later("exercises/04-counter");
        assertThat(isStale()).isFalse();
        run();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void ofSeveralAtOnceOneBuilds() throws Exception {
        List<Process> all = List.of(start(), start(), start());
        for (Process process : all) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(builds()).isEqualTo(1);
        assertThat(home.resolve("grader/app/target/bouncer.lock")).doesNotExist();
    }

    @Test
    void aLockOfADeadProcessIsIgnored() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        write("grader/app/target/bouncer.lock/owner", Long.toString(dead.pid()));
        assertThat(run()).isEqualTo("started\n");
    }

    @Test
    void aFailedBuildIsReportedAndRepeated() throws Exception {
        write("broken", "no such artifact");
        Process failed = start();
        assertThat(failed.waitFor()).isEqualTo(3);
        assertThat(new String(failed.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("the build failed", "bouncer-build.log", "no such artifact");
        Files.delete(home.resolve("broken"));
        assertThat(run()).isEqualTo("started\n");
    }

    @Test
    void itIsFoundThroughALinkAndAloneItSaysWhereItBelongs() throws Exception {
        Path link = Files.createSymbolicLink(home.resolve("elsewhere"), home.resolve("bouncer"));
        Process linked = start(link);
        assertThat(linked.waitFor()).isZero();
        Path alone = Files.createDirectories(home.resolve("alone")).resolve("bouncer");
        Files.copy(home.resolve("bouncer"), alone, StandardCopyOption.COPY_ATTRIBUTES);
        Process lost = start(alone);
        assertThat(lost.waitFor()).isEqualTo(2);
        assertThat(new String(lost.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("there are no exercises in");
        assertThat(alone.resolveSibling("grader")).doesNotExist();
    }

    @Test
    void withoutAJdkItSaysWhatIsMissing() throws Exception {
        Files.delete(home.resolve("jdk/bin/java"));
        Process process = start();
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Install a JDK", "JAVA_HOME");
    }

    /** Returns what {@code bouncer.cmd} uses to decide; it must agree with the start script. */
    private boolean isStale() throws IOException {
        return BuildStaleness.isStale(home, home.resolve("grader/app/target/bouncer.built"));
    }

    private String run() throws Exception {
        Process process = start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    private Process start() throws IOException {
        return start(home.resolve("bouncer"));
    }

    private Process start(Path script) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(script.toString());
        builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
        return builder.start();
    }

    private long builds() throws IOException {
        return Files.readAllLines(home.resolve("builds")).size();
    }

    private void later(String file) throws IOException {
        // A time after the stamp of the last build, which took longer than this, and before that of the next one.
        Files.setLastModifiedTime(
                home.resolve(file), FileTime.from(Instant.now().minusMillis(100)));
    }

    private void script(String file, String text) throws IOException {
        write(file, text);
        assertThat(home.resolve(file).toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
    }
}
