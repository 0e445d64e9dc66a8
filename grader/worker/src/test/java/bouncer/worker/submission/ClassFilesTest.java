package bouncer.worker.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every class that javac can compile has a file that every file system takes, in every locale. */
class ClassFilesTest {
    private static final Path DIRECTORY = Path.of("classes");

    @Test
    void aPlainNameIsTheFilesName() {
        assertThat(ClassFiles.in(DIRECTORY, "counter.Counter$1_a"))
                .isEqualTo(DIRECTORY.resolve("counter/Counter$1_a.class"));
    }

    @Test
    void otherLettersAreEscaped() {
        assertThat(ClassFiles.in(DIRECTORY, "counter/Zähler")).isEqualTo(DIRECTORY.resolve("counter/Z%00e4hler.class"));
    }

    @Test
    void longNamesAreCutAndStayApart() {
        Path one = ClassFiles.in(DIRECTORY, "counter/" + "x".repeat(400) + "1");
        Path other = ClassFiles.in(DIRECTORY, "counter/" + "x".repeat(400) + "2");
        assertThat(one).isNotEqualTo(other);
        assertThat(one.getFileName().toString()).hasSizeLessThan(255);
    }
}
