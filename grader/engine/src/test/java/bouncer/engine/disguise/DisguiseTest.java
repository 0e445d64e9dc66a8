package bouncer.engine.disguise;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that behaves as long as it seems to be explored is found out all the same. */
class DisguiseTest {
    static Stream<String> suspicions() {
        return Arrays.stream(Suspicious.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .map(method -> method.getName())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("suspicions")
    void itLosesAnIncrement(String name) {
        Limits limits = Limits.standard().withRacesFail(false);
        assertThat(Explorer.explore(Program.of(Suspicious.class, name), limits).outcome())
                .isInstanceOf(Outcome.Failed.class);
    }
}
