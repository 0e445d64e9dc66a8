package bouncer.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether threads read an array at the same time depends on happens-before, not on the schedule. */
class ArrayReadersTest {
    private static Exploration explore(String method) {
        return Explorer.explore(Program.of(ArrayPrograms.class, method), Limits.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inTurns", "streamsInTurns", "aStepForEachElement"})
    void threadsThatTakeTurnsNeverReadAtOnce(String method) {
        Outcome outcome = explore(method).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure).isInstanceOf(Failure.Unreached.class);
        assertThat(((Failure.Unreached) failure).label()).isEqualTo(ArrayPrograms.AT_ONCE);
    }

    @Test
    void aLargeArrayIsReadUntilTwoReadAtOnce() {
        Exploration exploration = explore("aLargeArray");
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Sampled.class);
    }

    @Test
    void threadsThatTakeNoTurnsReadAtOnceInEverySchedule() {
        Exploration exploration = explore("atOnce");
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isEqualTo(new Coverage.Complete(1));
    }
}
