package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Limits;
import bouncer.engine.Limits.Policy;
import bouncer.engine.Outcome;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A model has exactly the outcomes of the JDK's own class: a small program is explored to the end with the one and with the other. A model
 * that has an outcome too few hides mistakes of a program, one that has an outcome too many invents some.
 */
class TwinsTest {
    private static final Limits LIMITS = Limits.standard().withExecutions(20_000);

    @ParameterizedTest
    @MethodSource("bouncer.engine.library.Twins#compared")
    @Timeout(60)
    void modelAndRelocatedClassHaveTheSameOutcomes(String type, String name) {
        Method program = Twins.program(name);
        // Not DPOR for the model: an outcome must not be missing because of what the reduction leaves out.
        Twins.Explored model = Twins.explore(program, LIMITS.withPolicy(Policy.SLEEP_SETS));
        Twins.Explored relocated = Twins.explore(program, LIMITS.withPolicy(Policy.DPOR), type);
        boolean timed = !model.complete() || !relocated.complete();
        if (timed) {
            // It has short limits of time, which are not taken to pass while other threads run.
            Limits choosing = LIMITS.withTimeoutsAsChoices(true);
            model = Twins.explore(program, choosing.withPolicy(Policy.SLEEP_SETS));
            relocated = Twins.explore(program, choosing.withPolicy(Policy.DPOR), type);
        }
        assertThat(model.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(relocated.outcome()).isEqualTo(new Outcome.Passed());
        // Where short limits of time matter, neither is called complete; what they show must be the same all the same.
        assertThat(timed || model.complete()).isTrue();
        assertThat(timed || relocated.complete()).isTrue();
        assertThat(model.seen()).isEqualTo(relocated.seen()).isNotEmpty();
        assertThat(relocated.steps() / relocated.executions())
                .as("steps of an execution, if the relocated class was used")
                .isGreaterThan(model.steps() / model.executions());
    }
}
