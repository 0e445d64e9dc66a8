package bouncer.demo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool that cannot be created is reported in a sentence, before any database is started for it. */
class LearnerPoolTest {

    @Test
    void noPoolNoDatabase(@TempDir Path nothing) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(DatabaseDemo.run(Optional.of(nothing), false)).isFalse();
        } finally {
            System.setOut(before);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("does not fit its contract", "pool.SemaphorePool")
                .doesNotContain("PostgreSQL");
    }
}
