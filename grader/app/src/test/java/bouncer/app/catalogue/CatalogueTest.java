package bouncer.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String LEAST = """
            slug = "01-one"
            title = "One"
            points = 3
            class = "one.One"
            files = ["one/One.java"]
            packages = ["one"]
            checks = ["one.OneChecks"]
            [contract]
            members = ["public One()"]
            """;

    @TempDir
    Path directory;

    private Exercise read(String text) throws IOException {
        Path home = Files.createDirectories(directory.resolve("01-one"));
        Files.writeString(home.resolve("exercise.toml"), text);
        return Catalogue.load(directory).get(0);
    }

    @Test
    void whatNeedNotBeThereIsEmpty() throws IOException {
        Exercise exercise = read(LEAST);
        assertThat(exercise.className()).isEqualTo("one.One");
        assertThat(exercise.contract().members()).containsExactly("public One()");
        assertThat(exercise.after()).isEmpty();
        assertThat(exercise.faults()).isEmpty();
        assertThat(exercise.demo()).isEmpty();
        assertThat(exercise.hints()).isEqualTo(new Exercise.Hints("", ""));
        assertThat(exercise.api().groups()).isEmpty();
    }

    @Test
    void sentencesAboutFaultsAreRead() throws IOException {
        assertThat(read(LEAST + "[faults]\nlost-update = \"One of two is lost.\"\n")
                        .faults())
                .containsExactly(java.util.Map.entry(Fault.LOST_UPDATE, "One of two is lost."));
    }

    @Test
    void aKeyThatIsUnknownOrMissingIsNamedWithItsFile() {
        assertThatThrownBy(() -> read(LEAST + "[hints]\nplaces = \"there\"\n"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("01-one/exercise.toml: unknown key 'hints.places'; known here: idea, place");
        assertThatThrownBy(() -> read("hint = 1\n" + LEAST)).hasMessageContaining("unknown key 'hint'");
        assertThatThrownBy(() -> read(LEAST.replace("points = 3\n", "")))
                .hasMessageContaining("exercise.toml: 'points'");
        assertThatThrownBy(() -> read(LEAST.replace("points = 3", "points = \"3\"")))
                .hasMessageContaining("exercise.toml: 'points'");
        assertThatThrownBy(() -> read(LEAST + "[faults]\nlost-updates = \"x\"\n"))
                .hasMessageContaining("no fault is called \"lost-updates\"");
    }

    @Test
    void everyExerciseOfTheProjectIsRead() {
        assertThat(Catalogue.load(Path.of("../../exercises")))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(exercise -> assertThat(exercise.faults()).isNotEmpty());
    }
}
