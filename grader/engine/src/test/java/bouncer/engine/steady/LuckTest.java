package bouncer.engine.steady;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What chance decides takes several values, and a search that met it is not complete. */
class LuckTest {
    static Stream<String> programs() {
        return Arrays.stream(Lucky.class.getDeclaredMethods())
                .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isSynthetic())
                .map(each -> each.getName())
                .sorted();
    }

    private static Exploration explore(Class<?> type, String name) {
        return Explorer.explore(Program.of(type, name), Limits.standard());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void badLuckIsFoundAndShownAgain(String name) {
        Outcome outcome = explore(Lucky.class, name).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure).isInstanceOf(Failure.Threw.class);
        Outcome again = Explorer.replay(Program.of(Lucky.class, name), Limits.standard(), failure.token())
                .outcome();
        assertThat(again).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draws",
                "hashes",
                "ordersByHash",
                "asksForProcessors",
                "ordersASet",
                "ordersConstants",
                "copiesIntoALinkedMap",
                "copiesIntoALinkedSet"
            })
    void whatHangsOnLuckIsNotComplete(String name) {
        Exploration found = explore(Fortunate.class, name);
        assertThat(found.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(found.coverage()).isInstanceOf(Coverage.Sampled.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"looksUp", "comparesIds", "seeded", "ordersStrings", "copiesIntoAnOrder"})
    void whatDoesNotIsComplete(String name) {
        Exploration found = explore(Fortunate.class, name);
        assertThat(found.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(found.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @Test
    void theBudgetIsKept() {
        Exploration found = Explorer.explore(
                Program.of(Fortunate.class, "draws"), Limits.standard().withExecutions(100));
        assertThat(found.counts().executions()).isLessThanOrEqualTo(100);
    }
}
