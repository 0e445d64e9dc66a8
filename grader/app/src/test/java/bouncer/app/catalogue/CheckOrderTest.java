package bouncer.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.On;
import bouncer.checks.result.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckOrderTest {
    private static CheckSpec spec(Phase phase, String method, String... after) {
        return new CheckSpec("C#" + method, phase, "C", method, method, 1, On.PLATFORM, "", List.of(after));
    }

    private static List<String> order(CheckSpec... specs) {
        return CheckOrder.of(List.of(specs)).stream().map(CheckSpec::method).toList();
    }

    @Test
    void whatDecidesComesBeforeWhatNeedsTheMachine() {
        assertThat(order(
                        spec(Phase.TIMING, "t"),
                        spec(Phase.STRESS, "s"),
                        spec(Phase.EXPLORE, "e"),
                        spec(Phase.CONTRACT, "c")))
                .containsExactly("c", "e", "s", "t");
    }

    @Test
    void oneOfAnotherClassIsNamedWithIt() {
        CheckSpec waiting = spec(Phase.CONTRACT, "c", "Other#e");
        CheckSpec other = new CheckSpec("Other#e", Phase.EXPLORE, "Other", "e", "e", 1, On.PLATFORM, "", List.of());
        assertThat(order(waiting, other)).containsExactly("e", "c");
    }

    @Test
    void aNameThatIsNoCheckIsAnError() {
        assertThatThrownBy(() -> order(spec(Phase.CONTRACT, "c", "Other#e"), spec(Phase.EXPLORE, "e")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("C#c: after = \"Other#e\" names no check; there is no Other#e in this exercise");
    }

    @Test
    void everyVariantOfAPredecessorComesFirst() {
        CheckSpec virtual = new CheckSpec("C#e[virtual]", Phase.EXPLORE, "C", "e", "e", 1, On.VIRTUAL, "", List.of());
        List<CheckSpec> ordered =
                CheckOrder.of(List.of(spec(Phase.CONTRACT, "c", "e"), spec(Phase.EXPLORE, "e"), virtual));
        assertThat(ordered).extracting(CheckSpec::id).containsExactly("C#e", "C#e[virtual]", "C#c");
        assertThat(ordered.get(2).after()).containsExactly("C#e", "C#e[virtual]");
    }

    @Test
    void aCheckWaitsForTheOneItComesAfter() {
        assertThat(order(
                        spec(Phase.CONTRACT, "sums", "loses"),
                        spec(Phase.CONTRACT, "refuses"),
                        spec(Phase.EXPLORE, "loses"),
                        spec(Phase.EXPLORE, "odd", "sums"),
                        spec(Phase.EXPLORE, "mixes")))
                .containsExactly("refuses", "loses", "sums", "odd", "mixes");
    }

    @Test
    void checksThatWaitForEachOtherAreTold() {
        assertThatThrownBy(() -> order(spec(Phase.CONTRACT, "a", "b"), spec(Phase.CONTRACT, "b", "a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("predecessors of each other");
    }
}
