package bouncer.engine.schedule;

import static bouncer.engine.schedule.ReversalTest.clock;
import static bouncer.engine.schedule.ReversalTest.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WakeupTreeTest {
    private final WakeupTree tree = new WakeupTree();

    @Test
    void anEmptyTreePlansNothing() {
        assertThat(tree.first()).isEqualTo(-1);
        assertThat(tree.roots()).isZero();
        assertThat(tree.after(0, 0).first()).isEqualTo(-1);
    }

    @Test
    void aSequenceIsPlannedStepByStep() {
        tree.insert(sequence());
        assertThat(tree.first()).isZero();
        WakeupTree second = tree.after(0, 0);
        assertThat(second.first()).isEqualTo(1);
        assertThat(second.after(1, 0).first()).isEqualTo(2);
        assertThat(second.after(1, 1).first()).isEqualTo(-1);
    }

    @Test
    void anEquivalentSequenceIsNotPlannedAgain() {
        tree.insert(sequence());
        Reversal same = new Reversal();
        same.add(2, 3, 4, clock(0, 0, 5));
        same.add(0, 0, 5, clock(6));
        same.add(1, 0, 6, clock(6, 7));
        tree.insert(same);
        assertThat(tree.roots()).isEqualTo(0b1);
        assertThat(tree.after(0, 0).after(1, 0).roots()).isEqualTo(0b100);
    }

    @Test
    void aSequenceThatIsNotEquivalentBranches() {
        tree.insert(sequence());
        Reversal other = new Reversal();
        other.add(1, 0, 4, clock(0, 5));
        tree.insert(other);
        assertThat(tree.roots()).isEqualTo(0b11);
        assertThat(tree.first()).isZero();
        tree.drop(0);
        assertThat(tree.first()).isEqualTo(1);
    }

    @Test
    void aLeafLeavesOpenWhatComesAfterIt() {
        tree.plan(0);
        tree.plan(0);
        tree.insert(sequence());
        assertThat(tree.roots()).isEqualTo(0b1);
        assertThat(tree.after(0, 0).first()).isEqualTo(-1);
    }
}
