package bouncer.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorClockTest {
    private static VectorClock clock(int... entries) {
        VectorClock clock = new VectorClock();
        for (int i = 0; i < entries.length; i++) {
            clock.set(i, entries[i]);
        }
        return clock;
    }

    @Test
    void nothingIsKnownAtFirstAndBeyondTheEnd() {
        assertThat(clock().get(0)).isZero();
        assertThat(clock(1).get(1_000)).isZero();
        assertThat(clock().sum()).isZero();
    }

    @Test
    void aJoinTakesTheLargerEntryOfEachThread() {
        VectorClock mine = clock(3, 1);
        mine.join(clock(2, 4, 0, 0, 0, 0, 5));
        assertThat(mine.toArray()).startsWith(3, 4, 0, 0, 0, 0, 5);
        assertThat(mine.sum()).isEqualTo(12);
    }

    @Test
    void aJoinLeavesTheOtherAsItIs() {
        VectorClock other = clock(1);
        clock(5, 5, 5, 5, 5).join(other);
        assertThat(other.get(0)).isEqualTo(1);
        assertThat(other.get(4)).isZero();
    }

    @Test
    void anEntryBeyondTheOthersIsFound() {
        assertThat(clock(1, 2).beyond(clock(1, 2, 3))).isNegative();
        assertThat(clock(1, 3).beyond(clock(1, 2, 3))).isEqualTo(1);
        assertThat(clock(0, 0, 0, 0, 0, 1).beyond(clock(9))).isEqualTo(5);
    }

    @Test
    void aCopyIsItsOwn() {
        VectorClock first = clock(1);
        VectorClock second = first.copy();
        second.set(0, 2);
        assertThat(first.get(0)).isEqualTo(1);
    }
}
