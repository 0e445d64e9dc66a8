package bouncer.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of the library that read or write what threads share are checked for races like the program's own accesses. */
class SharedTest {
    private static Stream<String> programs(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getParameterCount() == 0 && !Modifier.isPrivate(each.getModifiers()))
                .filter(each -> !each.isSynthetic())
                .map(each -> each.getName())
                .sorted();
    }

    static Stream<String> racing() {
        return programs(Racing.class);
    }

    static Stream<String> sharing() {
        return programs(Sharing.class);
    }

    private static Exploration explore(Class<?> type, String method) {
        return Explorer.explore(
                Program.of(type, method),
                Limits.standard().withPolicy(Policy.DPOR).withExecutions(1_000));
    }

    @ParameterizedTest
    @MethodSource("racing")
    void theRaceIsFound(String method) {
        assertThat(explore(Racing.class, method).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfAny(Failure.DataRace.class, Failure.Threw.class));
    }

    @ParameterizedTest
    @MethodSource("sharing")
    void noRaceIsTold(String method) {
        Exploration found = explore(Sharing.class, method);
        assertThat(found.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(found.coverage()).isInstanceOf(Coverage.Complete.class);
    }
}
