package parallelism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import java.util.Arrays;

@Exercise("02-parallel-sum")
class ParallelSumChecks {

    @Contract(points = 4)
    void addsUpAnyLength() {
        for (int length : new int[] {0, 1, 2, 3, 7, 100, 1_001}) {
            int[] numbers = new int[length];
            Arrays.fill(numbers, Integer.MAX_VALUE);
            for (int workers : new int[] {1, 2, 3, 8}) {
                assertThat(ParallelSum.sum(numbers, workers))
                        .as("%d numbers, %d workers", length, workers)
                        .isEqualTo((long) length * Integer.MAX_VALUE);
            }
        }
    }

    @Contract(points = 4)
    void refusesBadArguments() {
        assertThatThrownBy(() -> ParallelSum.sum(null, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ParallelSum.sum(new int[1], 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
