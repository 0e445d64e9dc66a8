package bouncer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import org.junit.jupiter.api.Test;

class SpinLoopDetectorTest {
    private final Memory memory = new Memory();
    private final MemoryLocation flag = memory.at(new Object(), 0);
    private final MemoryLocation other = memory.at(new Object(), 0);
    private final SpinLoopDetector spin = new SpinLoopDetector();

    /** Looks, and answers whether that was a step. */
    private boolean look(MemoryLocation location) {
        boolean step = !spin.stutters(location);
        spin.looked(location);
        return step;
    }

    private int stepsOf(int looks) {
        int steps = 0;
        for (int i = 0; i < looks; i++) {
            steps += look(flag) ? 1 : 0;
        }
        return steps;
    }

    @Test
    void looksAtWhatHasNotChangedAreSoonNoSteps() {
        assertThat(stepsOf(1_000)).isLessThan(20);
        assertThat(spin.looks()).isGreaterThan(900);
    }

    @Test
    void aHintMakesTheSecondRoundASpin() {
        spin.hint();
        assertThat(look(flag)).isTrue();
        spin.hint();
        assertThat(look(flag)).isFalse();
    }

    @Test
    void aChangeOfWhatItLooksAtIsAStep() {
        stepsOf(100);
        flag.version++;
        assertThat(spin.holds()).isTrue();
        assertThat(look(flag)).isTrue();
        assertThat(spin.looks()).isZero();
    }

    @Test
    void aLookAtSomethingElseOutOfTheLoopMayDependOnTheNumberOfLooks() {
        stepsOf(100);
        assertThat(look(other)).isTrue();
        assertThat(spin.progress()).isTrue();
    }

    @Test
    void aLoopThatEndsBecauseOfTheChangeCountedNothing() {
        stepsOf(100);
        flag.version++;
        assertThat(look(flag)).isTrue();
        assertThat(spin.progress()).isFalse();
    }

    @Test
    void progressForgetsTheLoop() {
        stepsOf(100);
        boolean unused = spin.progress();
        assertThat(look(flag)).isTrue();
        assertThat(spin.looks()).isZero();
    }

    @Test
    void changesBetweenTheLooksAreNoSpin() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(look(flag)).isTrue();
            flag.version++;
        }
    }
}
