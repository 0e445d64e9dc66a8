package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs MavenExit in a separate JVM, like Maven's. */
class MavenExitTest {
    private static final int NOT_ENDED = 42;

    @TempDir
    private Path directory;

    @Test
    void aFailedCheckEndsMavensJvmWithTheCodeOfARejection() throws Exception {
        assertThat(exitCode(Fails.class, true)).isEqualTo(ExitCode.REJECTED);
    }

    @Test
    void passedChecksLetMavenContinue() throws Exception {
        assertThat(exitCode(Passes.class, true)).isEqualTo(NOT_ENDED);
    }

    @Test
    void anIdeEndsItsJvmItself() throws Exception {
        assertThat(exitCode(Fails.class, false)).isEqualTo(NOT_ENDED);
    }

    private int exitCode(Class<?> checks, boolean inMaven) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dbouncer.exit=" + inMaven,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        MavenExitTest.class.getName(),
                        checks.getName()))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "log"))
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Launches one test class as Surefire does, then exits with another code if the JVM has not ended. */
    public static void main(String[] args) throws ClassNotFoundException {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Class.forName(args[0])))
                .build();
        LauncherFactory.create().execute(request);
        System.exit(NOT_ENDED);
    }

    /** The name does not match Surefire's patterns, so that Surefire does not run it. */
    static final class Fails {
        @Test
        void fails() {
            assertThat(1).isEqualTo(2);
        }
    }

    static final class Passes {
        @Test
        void passes() {
            assertThat(1).isEqualTo(1);
        }
    }
}
