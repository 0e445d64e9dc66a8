package bouncer.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.search.ReductionCrossCheck;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The word "complete" rests on this; many more seeds are a matter of {@link Differential}'s command. */
class DifferentialTest {
    private static final int PROGRAMS = 8;
    /** Executions of each way: larger programs are left to the command. */
    private static final int MOST = 2_000;

    private static final AtomicInteger COMPARED = new AtomicInteger();
    private static final AtomicLong TRACES = new AtomicLong();

    @ParameterizedTest
    @ValueSource(longs = {1, 21, 41, Spec.WEAK, Spec.WEAK + 20, Spec.WAITING})
    void threeWaysOfSearchingSeeTheSame(long first) {
        int compared = 0;
        long traces = 0;
        for (long seed = first; seed < first + PROGRAMS; seed++) {
            ReductionCrossCheck verdict = Differential.compare(seed, MOST);
            assertThat(verdict.lacking()).as("seed %d: %s", seed, Spec.of(seed)).isEmpty();
            compared += verdict.compared() ? 1 : 0;
            traces += verdict.traces();
        }
        COMPARED.addAndGet(compared);
        TRACES.addAndGet(traces);
    }

    @AfterAll
    static void enoughProgramsAreSmallEnoughToCompare() {
        assertThat(COMPARED).as("programs small enough to compare").hasValueGreaterThan(PROGRAMS);
        assertThat(TRACES)
                .as("traces of all programs: one each would say nothing")
                .hasValueGreaterThan(5L * PROGRAMS);
    }
}
