package bouncer.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.api.On;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckOrderTest {
    private static CheckSpec spec(String kind, String method, String... after) {
        return new CheckSpec("C#" + method, kind, "C", method, method, 1, On.PLATFORM, List.of(after));
    }

    private static List<String> order(CheckSpec... specs) {
        return CheckOrder.of(List.of(specs)).stream().map(CheckSpec::method).toList();
    }

    @Test
    void whatDecidesComesBeforeWhatNeedsTheMachine() {
        assertThat(order(spec("timing", "t"), spec("stress", "s"), spec("explore", "e"), spec("contract", "c")))
                .containsExactly("c", "e", "s", "t");
    }

    @Test
    void oneOfAnotherClassIsNamedWithIt() {
        CheckSpec waiting = spec("contract", "c", "Other#e");
        CheckSpec other = new CheckSpec("Other#e", "explore", "Other", "e", "e", 1, On.PLATFORM, List.of());
        assertThat(order(waiting, other)).containsExactly("e", "c");
        assertThat(order(waiting, spec("explore", "e"))).containsExactly("c", "e");
    }

    @Test
    void aCheckWaitsForTheOneItComesAfter() {
        assertThat(order(
                        spec("contract", "sums", "loses"),
                        spec("contract", "refuses"),
                        spec("explore", "loses"),
                        spec("explore", "odd", "sums"),
                        spec("explore", "mixes")))
                .containsExactly("refuses", "loses", "sums", "odd", "mixes");
    }

    @Test
    void checksThatWaitForEachOtherAreTold() {
        assertThatThrownBy(() -> order(spec("contract", "a", "b"), spec("contract", "b", "a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after each other");
    }
}
