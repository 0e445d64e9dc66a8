package bouncer.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessLogTest {
    @TempDir
    private Path home;

    @Test
    void theSentenceNamesTheFileAndTheFileHasTheStackTrace() throws IOException {
        HarnessLog log = HarnessLog.of(home.resolve("exercises"));
        String said = log.record("while grading 04-counter", new IllegalStateException("boom\n\tsecond line"));
        assertThat(said)
                .isEqualTo("The harness failed while grading 04-counter: java.lang.IllegalStateException: boom second"
                        + " line (stack trace: " + home.resolve(".bouncer/harness.log") + ")");
        log.record("while writing", new IllegalArgumentException("half an emoji: \ud83d"));
        assertThat(Files.readString(home.resolve(".bouncer/harness.log")))
                .contains("while grading 04-counter", "at " + HarnessLogTest.class.getName(), "while writing");
    }

    @Test
    void aLogThatCannotBeWrittenIsWrittenElsewhere() throws IOException {
        Path file = Files.writeString(home.resolve("out"), "a file, so nothing can lie below it");
        String said = HarnessLog.ofBatch(file).record("while grading", new IllegalStateException("boom"));
        Path instead = Path.of(System.getProperty("java.io.tmpdir"), "bouncer-harness.log");
        assertThat(said).endsWith("(stack trace: " + instead + ")");
        assertThat(instead).content().contains("IllegalStateException: boom");
    }

    @Test
    void aLargeLogIsKeptAsideAndANewOneBegun() throws IOException {
        HarnessLog log = HarnessLog.ofBatch(home);
        Files.writeString(log.file(), "x".repeat((1 << 20) + 1));
        log.record("again", new IllegalStateException("boom"));
        assertThat(Files.size(log.file())).isLessThan(10_000);
        assertThat(Files.size(home.resolve("harness.log.1"))).isGreaterThan(1 << 20);
    }
}
