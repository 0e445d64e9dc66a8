package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class BurnTest {
    private static final long MS = 1_000_000;

    private static SpinDetector after(int millis, LongUnaryOperator cpuAt, java.util.function.LongPredicate asleepAt) {
        List<SpinDetector.Look> looks = new ArrayList<>();
        for (int at = 0; at <= millis; at += 3) {
            looks.add(new SpinDetector.Look(at * MS, cpuAt.applyAsLong(at) * MS, asleepAt.test(at)));
        }
        return SpinDetector.of(looks);
    }

    @Test
    void aParkedThreadSleeps() {
        assertThat(after(61, at -> 0, at -> true)).isEqualTo(SpinDetector.SLEEPS);
        assertThat(after(30, at -> 0, at -> true)).isEqualTo(SpinDetector.UNDECIDED);
    }

    @Test
    void aShortSpinBeforeTheSleepIsFine() {
        assertThat(after(90, at -> Math.min(at, 20), at -> at > 20)).isEqualTo(SpinDetector.SLEEPS);
    }

    @Test
    void aSpinnerBurnsOnceItHadTheProcessor() {
        assertThat(after(120, at -> at, at -> false)).isEqualTo(SpinDetector.BURNS);
    }

    @Test
    void aStarvedSpinnerIsUndecidedUntilItHadTheProcessor() {
        assertThat(after(300, at -> at / 10, at -> false)).isEqualTo(SpinDetector.UNDECIDED);
        assertThat(after(1_002, at -> at / 10, at -> false)).isEqualTo(SpinDetector.BURNS);
    }

    @Test
    void aStarvedSleeperIsNeverSaidToBurn() {
        // The thread is runnable for half a second, but gets no processor before it sleeps.
        assertThat(after(500, at -> 0, at -> false)).isEqualTo(SpinDetector.UNDECIDED);
        assertThat(after(1_100, at -> 0, at -> at > 500)).isEqualTo(SpinDetector.SLEEPS);
    }
}
