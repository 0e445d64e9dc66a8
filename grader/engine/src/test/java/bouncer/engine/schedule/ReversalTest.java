package bouncer.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.memory.VectorClock;
import org.junit.jupiter.api.Test;

/** Clocks hold, for each task, the number of its latest step that is depended on, plus one. */
class ReversalTest {
    static VectorClock clock(int... entries) {
        VectorClock clock = new VectorClock();
        for (int i = 0; i < entries.length; i++) {
            clock.set(i, entries[i]);
        }
        return clock;
    }

    /** Steps 4 of task 0, 5 of task 1, which depends on it, and 6 of task 2, which depends on none. */
    static Reversal sequence() {
        Reversal sequence = new Reversal();
        sequence.add(0, 0, 4, clock(5));
        sequence.add(1, 0, 5, clock(5, 6));
        sequence.add(2, 3, 6, clock(0, 0, 7));
        return sequence;
    }

    @Test
    void aStepThatDependsOnNoneBeforeItCanComeFirst() {
        Reversal sequence = sequence();
        assertThat(sequence.isInitial(0)).isTrue();
        assertThat(sequence.isInitial(1)).isFalse();
        assertThat(sequence.isInitial(2)).isTrue();
        assertThat(sequence.initials()).isEqualTo(0b101);
    }

    @Test
    void whatDependsOnARemovedStepCanComeFirst() {
        Reversal sequence = sequence();
        sequence.remove(0);
        assertThat(sequence.initials()).isEqualTo(0b110);
        assertThat(sequence.size()).isEqualTo(2);
    }

    @Test
    void aTaskIsFoundByItsFirstStep() {
        Reversal sequence = sequence();
        sequence.add(0, 1, 7, clock(8));
        assertThat(sequence.first(0)).isZero();
        assertThat(sequence.first(2)).isEqualTo(2);
        assertThat(sequence.first(3)).isEqualTo(-1);
        assertThat(sequence.bit(2)).isEqualTo(3);
    }

    @Test
    void onlyTheFirstStepOfATaskCanBeInitial() {
        Reversal sequence = new Reversal();
        sequence.add(0, 0, 1, clock(2));
        sequence.add(1, 0, 2, clock(2, 3));
        sequence.add(1, 0, 3, clock(0, 4));
        assertThat(sequence.initials()).isEqualTo(0b01);
    }

    @Test
    void aPendingOperationStandsAtTheEnd() {
        Reversal sequence = sequence();
        sequence.addPending(3, clock(5, 0, 0));
        assertThat(sequence.task(3)).isEqualTo(3);
        assertThat(sequence.isInitial(3)).isFalse();
    }
}
