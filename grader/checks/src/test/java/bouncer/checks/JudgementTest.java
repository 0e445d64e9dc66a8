package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Judges constructed samples; nothing is measured here. */
class JudgementTest {

    @Test
    void theMedianOfTheRatiosIgnoresOutliers() {
        assertThat(new Pairs(List.of(10.0, 12.0, 900.0), List.of(10.0, 10.0, 10.0)).ratio())
                .isCloseTo(1.2, within(1e-9));
        assertThat(Pairs.median(4, 1, 3, 2)).isEqualTo(2.5);
    }

    @Test
    void withinTheFloorIsFineHoweverNoisy() {
        assertThat(Judgement.of(new Pairs(List.of(5.0, 500.0, 20.0), List.of(4.0, 400.0, 10.0)), 3))
                .isEqualTo(Judgement.FINE);
    }

    @Test
    void beyondTheFloorAndApartIsWorse() {
        assertThat(Judgement.of(new Pairs(List.of(100.0, 120.0, 110.0), List.of(10.0, 12.0, 15.0)), 5))
                .isEqualTo(Judgement.WORSE);
    }

    @Test
    void overlapIsUnclear() {
        assertThat(Judgement.of(new Pairs(List.of(100.0, 120.0, 14.0), List.of(10.0, 12.0, 15.0)), 5))
                .isEqualTo(Judgement.UNCLEAR);
    }

    @Test
    void aReferenceFarFromItselfIsUnclear() {
        assertThat(Judgement.of(new Pairs(List.of(1000.0, 1200.0, 900.0), List.of(10.0, 12.0, 150.0)), 5))
                .isEqualTo(Judgement.UNCLEAR);
    }

    @Test
    void costsComeInPairs() {
        assertThatThrownBy(() -> new Pairs(List.of(1.0), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pairs(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Judges a class that is as fast as the reference 100,000 times, on a simulated machine that stalls at random. */
    @Test
    void theReferenceAgainstItselfIsNeverWorse() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            boolean rejected = Judgement.of(noisy(random), 3) == Judgement.WORSE
                    && Judgement.of(noisy(random), 3) == Judgement.WORSE;
            assertThat(rejected).as("judgement %d", i).isFalse();
        }
    }

    private static Pairs noisy(Random random) {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            mine.add(stalled(random));
            theirs.add(stalled(random));
        }
        return new Pairs(mine, theirs);
    }

    private static double stalled(Random random) {
        return 1 + random.nextDouble() + (random.nextInt(3) == 0 ? random.nextInt(50) : 0);
    }

    @Test
    void latenessIsJudgedAgainstTheReferenceAndAFloor() {
        double ms = 1e6;
        assertThat(Timeouts.late(new Pairs(List.of(40 * ms, 300 * ms), List.of(ms, ms))))
                .isEqualTo(Judgement.FINE);
        assertThat(Timeouts.late(new Pairs(List.of(90 * ms, 95 * ms), List.of(ms, 60 * ms))))
                .isEqualTo(Judgement.UNCLEAR);
        assertThat(Timeouts.late(new Pairs(List.of(90 * ms, 95 * ms), List.of(ms, 2 * ms))))
                .isEqualTo(Judgement.WORSE);
        Pairs late = new Pairs(List.of(90 * ms, 95 * ms), List.of(ms, 2 * ms));
        assertThat(Timeouts.late(late.and(late))).isEqualTo(Judgement.WORSE);
        assertThat(Timeouts.late(late.and(new Pairs(List.of(90 * ms, 95 * ms), List.of(ms, 60 * ms)))))
                .as("once the reference was as late")
                .isEqualTo(Judgement.UNCLEAR);
        assertThat(Timeouts.late(late.and(new Pairs(List.of(900 * ms, 9 * ms), List.of(ms, ms)))))
                .as("once it came in time")
                .isEqualTo(Judgement.FINE);
    }

    @Test
    void gainsAreJudgedOnlyWhereTheReferenceGains() {
        assertThat(Speedup.of(new Pairs(List.of(1.8, 1.0, 1.9), List.of(1.9, 1.9, 1.9))))
                .isEqualTo(Judgement.FINE);
        assertThat(Speedup.of(new Pairs(List.of(1.0, 0.9, 1.0), List.of(1.9, 1.2, 1.9))))
                .isEqualTo(Judgement.UNCLEAR);
        assertThat(Speedup.of(new Pairs(List.of(1.0, 1.5, 1.0), List.of(1.9, 1.8, 1.9))))
                .isEqualTo(Judgement.UNCLEAR);
        assertThat(Speedup.of(new Pairs(List.of(1.0, 0.9, 1.0), List.of(1.9, 1.8, 1.9))))
                .isEqualTo(Judgement.WORSE);
    }
}
