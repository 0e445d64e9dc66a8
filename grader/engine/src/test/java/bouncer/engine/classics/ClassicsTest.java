package bouncer.engine.classics;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classic programs get the verdict that the books give them. */
class ClassicsTest {
    private static Exploration explore(String program) {
        return Explorer.explore(ClassicsTable.program(program), Limits.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "storeBuffering",
                "messagePassing",
                "messagePassingByRelease",
                "spinLockByRelease",
                "independentReads",
                "peterson",
                "dekker",
                "philosophersInOrder",
                "readersAndWriter",
                "doubleChecked",
                "boundedBufferSignalsAll"
            })
    void rightOnesAreProvedRight(String program) {
        Exploration exploration = explore(program);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    @ParameterizedTest
    @CsvSource({
        "messagePassingWithoutVolatile, DataRace",
        "storeBufferingByRelease, Threw",
        "messagePassingByOpaque, DataRace",
        "petersonByRelease, DataRace",
        "petersonSwapped, Threw",
        "account, Threw",
        "wrongLock, DataRace",
        "deadlock, Deadlock",
        "philosophers, Deadlock",
        "twoStage, Threw",
        "bluetooth, Threw",
        "boundedBufferOneCondition, Hang",
        "dekkerSwapped, Threw",
        "writerForgetsReaders, Threw",
        "doubleCheckedWithoutVolatile, DataRace",
        "spinsForEver, Livelock",
        "lazy, Threw",
        "stateful, Threw",
        "tokenRing, Threw",
        "reorder3, Threw",
        "reorder4, Threw",
        "reorder5, Threw",
        "queue, Threw",
        "stack, Threw",
        "circularBuffer, Threw",
        "sync, Hang",
    })
    void wrongOnesFailForTheirReason(String program, String kind) {
        Outcome outcome = explore(program).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) outcome).failure().getClass().getSimpleName())
                .isEqualTo(kind);
    }

    /**
     * As many orders as matter, counted by hand: two stores and two loads that cross but for the one cycle; the same for two writers and
     * two readers of both; one write before or after one read; 3! orders of three critical sections; 6 over 3 of two times three steps.
     */
    @ParameterizedTest
    @CsvSource({
        "storeBuffering, 3",
        "messagePassing, 2",
        "independentReads, 15",
        "threeLockers, 6",
        "threeAtomicStepsEach, 20"
    })
    void asManyAsThereAre(String program, long executions) {
        Exploration exploration = Explorer.explore(
                ClassicsTable.program(program), Limits.standard().withPolicy(Limits.Policy.DPOR));
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isEqualTo(new Coverage.Complete(executions));
    }
}
