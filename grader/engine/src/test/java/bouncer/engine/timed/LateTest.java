package bouncer.engine.timed;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Replay;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was woken in time may be held up until its time is over, where timeouts are choices, and only there. */
class LateTest {
    private static Exploration explore(String program, boolean timeoutsAsChoices) {
        return Explorer.explore(program(program), limits(timeoutsAsChoices));
    }

    private static Program program(String name) {
        return Program.of(Waiters.class, name);
    }

    private static Limits limits(boolean timeoutsAsChoices) {
        return Limits.standard().withTimeoutsAsChoices(timeoutsAsChoices);
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor", "park", "condition", "permit", "element"})
    void itMayResumeTooLate(String name) {
        Outcome outcome = explore(name, true).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(((Failure.Threw) failure).thrown()).isInstanceOf(IllegalStateException.class);
        Replay again = Explorer.replay(program(name), limits(true), failure.token());
        assertThat(again.trace()).isEqualTo(failure.trace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"permit", "element"})
    void theTraceSaysThatItWasHeldUp(String name) {
        Failure failure = ((Outcome.Failed) explore(name, true).outcome()).failure();
        assertThat(failure.trace().events())
                .anyMatch(event -> event.words().contains("held up until its time is over"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor", "park", "condition", "permit", "element"})
    void timeThatPassesOnlyAtRestIsNeverTooLate(String name) {
        Exploration exploration = explore(name, false);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }
}
