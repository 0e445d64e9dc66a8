package bouncer.app.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompleteProjectTest {

    @Test
    void thisIsTheCompleteProject() {
        assertThatCode(() -> CompleteProject.require(Path.of("../.."), "demo")).doesNotThrowAnyException();
    }

    @Test
    void aHandoutIsNotAndTheMessageSaysSo(@TempDir Path handout) {
        assertThatThrownBy(() -> CompleteProject.require(handout, "demo"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("'demo' needs the complete project")
                .hasMessageContaining(handout.toString());
    }
}
