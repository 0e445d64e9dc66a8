package bouncer.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.finding.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    @Test
    void eachThreadHasItsColumn() {
        String drawn = String.join(
                "\n",
                Lanes.draw(List.of(
                        new Step("T1", "c/C.java", 7, "reads count = 0"),
                        new Step("T2", "c/C.java", 7, "reads count = 0"),
                        new Step("T1", "c/C.java", 7, "writes count = 1"),
                        new Step("T2", "c/C.java", 7, "writes count = 1"))));
        assertThat(drawn).isEqualTo("""
                line  T1                 T2
                   7  reads count = 0
                   7                     reads count = 0
                   7  writes count = 1
                   7                     writes count = 1""");
    }

    @Test
    void noStepsAreNoPicture() {
        assertThat(Lanes.draw(List.of())).isEmpty();
    }
}
