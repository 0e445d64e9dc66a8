package bouncer.engine.library;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.programs.Programs;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the real classes ever show in a small program, exploration of the same program on the models shows too. Programs that
 * {@link TwinsTest} compares are left to it.
 */
class OutcomesTest {
    private static final String PACKAGE = Programs.class.getPackageName() + ".";
    private static final int REAL_RUNS = 150;
    /** A small program on models must stay small. */
    private static final int MOST_EXECUTIONS = 5_000;

    static Stream<Method> programs() {
        return Programs.ALL.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic() && m.getParameterCount() == 0)
                .filter(m -> !Twins.isCompared(m.getName()))
                .sorted(Comparator.comparing(Method::getName));
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Timeout(60)
    void modelShowsWhatTheRealClassShows(Method program) throws ReflectiveOperationException {
        Seen.take();
        // Not DPOR: an outcome must not be missing because of what the reduction leaves out.
        Limits limits = Limits.standard().withPolicy(Limits.Policy.SLEEP_SETS);
        Program explorable =
                Program.of(program.getDeclaringClass(), program.getName(), name -> name.startsWith(PACKAGE));
        Exploration exploration = Explorer.explore(explorable, limits);
        if (exploration.coverage() instanceof Coverage.Sampled) {
            // It has short limits of time, which are not taken to pass while other threads run.
            exploration = Explorer.explore(explorable, limits.withTimeoutsAsChoices(true));
        }
        Set<String> explored = Seen.take();
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
        assertThat(exploration.counts().executions()).isLessThan(MOST_EXECUTIONS);
        Constructor<?> make = program.getDeclaringClass().getConstructor();
        program.setAccessible(true);
        for (int run = 0; run < REAL_RUNS; run++) {
            program.invoke(make.newInstance());
        }
        assertThat(explored).containsAll(Seen.take());
    }
}
