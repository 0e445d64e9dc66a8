package bouncer.engine.honest;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Complete" is said only of what was seen whole. */
class CompletenessTest {
    private static Exploration explore(String program, long executions) {
        Exploration exploration = Explorer.explore(
                Program.of(Loose.class, program), Limits.standard().withExecutions(executions));
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        return exploration;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messageByOpaque",
                "independentReadsByAcquire",
                "manyLazySets",
                "storesToMoreVariablesThanThereAreLanes"
            })
    void whatTheMachineMaySwapIsNotComplete(String program) {
        Exploration exploration = explore(program, 50_000);
        assertThat(exploration.counts().weak()).isPositive();
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Sampled.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storeBufferingByRelease",
                "storeBufferingByReleaseAndVolatileReads",
                "storeBufferingByLazySet",
                "lockThatIsReleasedLazily",
                "storeBufferingByVolatile",
                "messageByRelease",
                "looksUntilItChanges"
            })
    void whatItMayNotSwapOrIsSeenSwappedIs(String program) {
        Exploration exploration = explore(program, 50_000);
        assertThat(exploration.counts().weak()).isZero();
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"countsItsLooks", "looksTenTimes"})
    void loopsThatMayCountTheirLooksAreNotComplete(String program) {
        assertThat(explore(program, 50_000).coverage()).isInstanceOf(Coverage.Sampled.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Policy.class,
            names = {"DFS", "SLEEP_SETS", "DPOR", "PORTFOLIO"})
    void stepsWithinAStepArePartOfIt(Policy policy) {
        Exploration exploration = Explorer.explore(
                Program.of(Loose.class, "stepWithinAStep"), Limits.standard().withPolicy(policy));
        assertThat(exploration.outcome()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void preemptionsAreBoundedWhereAllOrdersAreTooMany() {
        Coverage few = explore("tooManyOrders", 2_000).coverage();
        Coverage more = explore("tooManyOrders", 20_000).coverage();
        assertThat(few).isInstanceOf(Coverage.CompleteUpTo.class);
        assertThat(few.executions()).isLessThanOrEqualTo(2_000);
        assertThat(((Coverage.CompleteUpTo) more).preemptions())
                .isGreaterThan(((Coverage.CompleteUpTo) few).preemptions());
    }
}
