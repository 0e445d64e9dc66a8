package bouncer.engine.steady;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.schedule.ReplayScheduler;
import bouncer.engine.search.PolicyTrial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is up to chance in a JVM is the same in each execution of a schedule, so that searches can be complete. */
class SteadyTest {
    private static final int TIMES = 20;

    static Stream<String> programs() {
        return Arrays.stream(Chances.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .map(method -> method.getName())
                .sorted();
    }

    private static Program program(String name) {
        return Program.of(Chances.class, name, type -> type.startsWith(Chances.class.getName()));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameScheduleSeesTheSame(String name) {
        Set<List<String>> seen = new LinkedHashSet<>();
        List<List<String>> all = new ArrayList<>();
        for (int session = 0; session < 2; session++) {
            try (PolicyTrial runs = new PolicyTrial(program(name), Limits.standard())) {
                for (int i = 0; i < TIMES; i++) {
                    Notes.clear();
                    runs.run(new ReplayScheduler(List.of()), false);
                    all.add(Notes.seen());
                }
            }
            // The last execution of a session that loads classes is noted twice.
            seen.addAll(all.subList(all.size() - TIMES + 1, all.size()));
        }
        assertThat(seen).hasSize(1);
        assertThat(seen.iterator().next()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSearchEndsBeforeItsLimit(String name) {
        Exploration exploration = Explorer.explore(program(name), Limits.standard());
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.counts().executions()).isLessThan(5_000);
    }

    @Test
    void aStaticInitialiserThatFailsWhenRunAgainIsTold() {
        Notes.clear();
        Program once = Program.of(Once.class, "run", type -> type.startsWith(Once.class.getName()));
        Outcome outcome = Explorer.explore(once, Limits.standard()).outcome();
        assertThat(outcome)
                .isEqualTo(new Outcome.Uncontrolled(
                        "A static initialiser fails when it is run again (java.lang.IllegalStateException)"));
    }
}
