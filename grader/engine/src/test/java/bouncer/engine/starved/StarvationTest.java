package bouncer.engine.starved;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gives up after some tries is found out, however many those are; who does not is never blamed. */
class StarvationTest {
    private static final Limits LIMITS = Limits.standard().withExecutions(400);

    @Test
    void whoGivesUpIsOvertakenOnceMore() {
        Program program = Program.of(Tries.class, "fewCompareAndSets");
        Outcome outcome = Explorer.explore(program, LIMITS).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        Replay again = Explorer.replay(program, LIMITS, failure.token());
        assertThat(again.trace()).isEqualTo(failure.trace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"asManyAsItTakes", "waiting"})
    void whoGoesOnGetsThere(String name) {
        assertThat(Explorer.explore(Program.of(Tries.class, name), LIMITS).outcome())
                .isEqualTo(new Outcome.Passed());
    }
}
