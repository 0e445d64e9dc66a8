package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExercisesDirectoryTest {

    @TempDir
    private Path home;

    /** IDEs start a test in the root directory, in the parent directory of its module, or in the module. */
    @Test
    void itIsFoundFromEveryDirectoryOfTheProject() throws IOException {
        Path exercises = home.toRealPath().resolve("exercises");
        Files.createDirectories(exercises.resolve("04-counter/src/test/java"));
        Files.writeString(exercises.resolve("04-counter/exercise.toml"), "");
        Files.createDirectories(home.resolve("grader/app"));
        for (String from :
                List.of("", "exercises", "exercises/04-counter", "exercises/04-counter/src/test/java", "grader/app")) {
            assertThat(ExercisesDirectory.near(home.toRealPath().resolve(from)))
                    .as("from " + from)
                    .isEqualTo(exercises);
        }
    }

    @Test
    void whereThereIsNoneItIsNamedAndDoesNotExist() throws IOException {
        assertThat(ExercisesDirectory.near(home.toRealPath()))
                .isEqualTo(home.toRealPath().resolve("exercises"))
                .doesNotExist();
    }
}
