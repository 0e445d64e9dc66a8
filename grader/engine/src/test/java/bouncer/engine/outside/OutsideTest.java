package bouncer.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Coverage;
import bouncer.engine.Exploration;
import bouncer.engine.Explorer;
import bouncer.engine.Failure;
import bouncer.engine.Limits;
import bouncer.engine.Limits.CarrierKind;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can't be controlled ends as uncontrolled, with its name; what seems to be so and can be is. */
@Timeout(60)
class OutsideTest {
    private int total;

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
                .map(method -> method.getName())
                .sorted();
    }

    static Stream<String> strangers() {
        return methods(Strangers.class);
    }

    static Stream<String> kept() {
        return methods(Kept.class);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void isUncontrolledAndSaysWhy(String name) {
        Program program = Program.of(Strangers.class, name, type -> type.startsWith(Strangers.class.getName()));
        Outcome outcome = Explorer.explore(program, Limits.standard()).outcome();
        assertThat(outcome).isInstanceOf(Outcome.Uncontrolled.class);
        assertThat(((Outcome.Uncontrolled) outcome).reason().replace("did not", "did_not"))
                .contains(name.startsWith("a_") ? "did_not start" : name.replace('_', '.'));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void isTheSameInEveryExecution(String name) {
        Limits limits = Limits.standard().withCarrier(CarrierKind.PARK);
        Exploration exploration = Explorer.explore(Program.of(Kept.class, name), limits);
        assertThat(exploration.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(exploration.coverage()).isInstanceOf(Coverage.Complete.class);
        assertThat(exploration.counts().executions()).isGreaterThan(1);
    }

    void racing() {
        IntStream.range(0, 4).parallel().forEach(i -> total += i);
    }

    @Test
    void twoHalvesOfAParallelStreamRace() {
        Outcome outcome = Explorer.explore(Program.of(OutsideTest.class, "racing"), Limits.standard())
                .outcome();
        assertThat(((Outcome.Failed) outcome).failure()).isInstanceOf(Failure.DataRace.class);
    }

    void summing() {
        new ConcurrentHashMap<>(Map.of(1, "a", 2, "b")).forEachKey(1, key -> total += key);
    }

    @Test
    void twoHalvesOfABulkOperationRace() {
        Outcome outcome = Explorer.explore(Program.of(OutsideTest.class, "summing"), Limits.standard())
                .outcome();
        assertThat(((Outcome.Failed) outcome).failure()).isInstanceOf(Failure.DataRace.class);
    }

    void lookingBack() {
        int[] sums = new int[4];
        Arrays.parallelSetAll(sums, i -> i == 0 ? 1 : sums[i - 1] + 1);
        assertThat(sums[0]).isEqualTo(1);
    }

    @Test
    void aGeneratorThatReadsWhatAnotherWritesRaces() {
        Outcome outcome = Explorer.explore(Program.of(OutsideTest.class, "lookingBack"), Limits.standard())
                .outcome();
        assertThat(((Outcome.Failed) outcome).failure()).isInstanceOf(Failure.DataRace.class);
    }
}
