package bouncer.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The word "complete" rests on this; many more seeds are a matter of {@link Differential}'s command. */
class DifferentialTest {
    private static final int PROGRAMS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 21, 41})
    void threeWaysOfSearchingSeeTheSame(long first) {
        int compared = 0;
        for (long seed = first; seed < first + PROGRAMS; seed++) {
            Differential.Verdict verdict = Differential.compare(seed);
            assertThat(verdict.lacking()).as("seed %d: %s", seed, Spec.of(seed)).isEmpty();
            compared += verdict.compared() ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(PROGRAMS / 2);
    }
}
