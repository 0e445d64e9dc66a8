package bouncer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The classic shapes are told apart, right from wrong, and the wrong ones for the reason that is in them. */
class ShapesTest {
    private static Exploration explore(String method) {
        return Explorer.explore(Program.of(Shapes.class, method), Limits.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "racyCounter, Threw",
        "volatileCounter, Threw",
        "deadlock, Deadlock",
        "messageWithout, DataRace",
        "lostWakeUp, Hang",
        "madeTwice, Threw",
        "neverValidated, DataRace",
        "validatedBeforeItIsRead, DataRace",
        "refusesOnWhatWasNotValidated, DataRace",
    })
    void findsWhatIsWrong(String method, String kind) {
        Outcome outcome = explore(method).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.trace().preemptions()).isLessThanOrEqualTo(1);
        Replay again = Explorer.replay(Program.of(Shapes.class, method), Limits.standard(), failure.token());
        assertThat(again.trace()).isEqualTo(failure.trace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lockedCounter",
                "messageWithVolatile",
                "waitInALoop",
                "spinLock",
                "validated",
                "validatedByAConversion",
                "twoLocksAtOnce"
            })
    void provesWhatIsRight(String method) {
        Exploration exploration = explore(method);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
        assertThat(exploration.coverage().executions()).isGreaterThan(1);
        assertThat(exploration.counts().points()).isPositive();
    }

    @Test
    void aListenerHearsOfArrayReadsInsteadOfTheRaceDetector() {
        Exploration exploration = explore("readsAreHeard");
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isEqualTo(new Coverage.Complete(1));
    }

    @Test
    void aListenerHearsOfContendedLocks() {
        assertThat(explore("locksAreContended").outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void theSearchEndsWhenItHasSeenEnough() {
        Exploration exploration = explore("enough");
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isEqualTo(new Coverage.Sampled(1));
    }
}
