package bouncer.engine.classics;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classic programs get the verdict that the books give them. */
class ClassicsTest {
    private static Exploration explore(String program) {
        return Explorer.explore(Program.of(Classics.class, program), Limits.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storeBuffering",
                "messagePassing",
                "independentReads",
                "peterson",
                "philosophersInOrder",
                "boundedBufferSignalsAll"
            })
    void rightOnesAreProvedRight(String program) {
        Exploration exploration = explore(program);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.AllAgree());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @ParameterizedTest
    @CsvSource({
        "messagePassingWithoutVolatile, DataRace",
        "petersonSwapped, Threw",
        "account, Threw",
        "wrongLock, DataRace",
        "deadlock, Deadlock",
        "philosophers, Deadlock",
        "twoStage, Threw",
        "bluetooth, Threw",
        "boundedBufferOneCondition, Stuck",
    })
    void wrongOnesFailForTheirReason(String program, String kind) {
        Outcome outcome = explore(program).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Broken.class);
        assertThat(((Outcome.Broken) outcome).failure().getClass().getSimpleName())
                .isEqualTo(kind);
    }
}
