package bouncer.engine.initialising;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes are initialised within the execution, in the order and under the lock of the Java Language Specification 12.4. */
class InitialisingTest {
    private static Exploration explore(Class<?> type, String method) {
        return Explorer.explore(Program.of(type, method), Limits.standard().withExecutions(2_000));
    }

    @ParameterizedTest
    @CsvSource({
        "valueDependsOnWhoIsFirst, Threw",
        "initialiserRaces, DataRace",
        "circle, Deadlock",
        "baseMakesItsSubclass, Deadlock",
        "waitsForItself, Deadlock",
        "waitsForAThreadThatWaits, Hang",
        "failsForEver, Threw",
        "numbersDependOnTheOrder, Threw",
    })
    void theWrongOrderIsFound(String method, String kind) {
        Program program = Program.of(Wrong.class, method);
        Exploration found = explore(Wrong.class, method);
        assertThat(found.outcome()).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) found.outcome()).failure();
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(Explorer.replay(program, Limits.standard(), failure.token()).outcome())
                .isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seesWhatWasWrittenBefore",
                "holderPublishes",
                "singleton",
                "timeGoesForward",
                "initialiserThatIsOrdered",
                "threadThatOutlivesTheInitialiser",
                "failureIsToldOnceAndThenRemembered",
                "superclassesComeFirst",
                "enumWithATable"
            })
    void whatIsRightIsComplete(String method) {
        Exploration found = explore(Right.class, method);
        assertThat(found.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(found.coverage()).isInstanceOf(Coverage.Complete.class);
    }

    /** It makes no difference which thread initialises a class that touches nothing but itself. */
    @Test
    void initialisersThatTouchOnlyThemselvesAreNoSteps() {
        assertThat(explore(Right.class, "singleton").coverage()).isEqualTo(new Coverage.Complete(1));
    }
}
