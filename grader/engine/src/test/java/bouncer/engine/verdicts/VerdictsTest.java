package bouncer.engine.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small programs, each a public method: those whose name begins with {@code bad} can fail on a JVM, all others cannot.
 * Both must be found out.
 */
class VerdictsTest {
    private static final String PACKAGE = VerdictsTest.class.getPackageName() + ".";
    private static final Limits LIMITS = Limits.standard().withExecutions(5_000);

    static Stream<Arguments> programs() {
        return Stream.of(
                        ForkJoinPrograms.class,
                        TimePrograms.class,
                        LoopPrograms.class,
                        ModelPrograms.class,
                        ReflectionPrograms.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .map(method -> Arguments.argumentSet(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(), method));
    }

    @ParameterizedTest
    @MethodSource("programs")
    @Timeout(60)
    void wrongProgramsFailAndRightOnesPass(Method program) {
        Exploration exploration = Explorer.explore(
                Program.of(program.getDeclaringClass(), program.getName(), name -> name.startsWith(PACKAGE)), LIMITS);
        if (program.getName().startsWith("bad")) {
            assertThat(exploration.outcome()).isInstanceOf(Outcome.Failed.class);
        } else {
            assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        }
    }
}
