package bouncer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that a guided execution runs the program in exactly the order that the caller chooses. */
class WalkerTest {

    /** Two threads add one without a lock. */
    static final class Unlocked {
        int count;

        void run() throws InterruptedException {
            Thread one = new Thread(() -> count++);
            Thread two = new Thread(() -> count++);
            one.start();
            two.start();
            one.join();
            two.join();
            if (count != 2) {
                throw new AssertionError("lost");
            }
        }
    }

    private static final int DECISIONS = 6;
    private static final Program PROGRAM = Program.of(Unlocked.class, "run");

    @Test
    void theReadersOrderDecidesWhetherAnUpdateIsLost() {
        List<Outcome> ends = new ArrayList<>();
        try (InteractiveExecution walker = Explorer.walk(PROGRAM, Limits.standard())) {
            for (int order = 0; order < 1 << DECISIONS; order++) {
                ends.add(end(walker, order));
            }
        }
        assertThat(ends).allMatch(end -> end instanceof Outcome.Failed || end instanceof Outcome.Passed);
        assertThat(ends).hasAtLeastOneElementOfType(Outcome.Failed.class);
        assertThat(ends).hasAtLeastOneElementOfType(Outcome.Passed.class);
    }

    /** Decides by the bits of a number, and afterwards always for the first. */
    private static Outcome end(InteractiveExecution walker, int order) {
        int[] choices = {};
        int bits = order;
        while (true) {
            Position position = walker.at(choices);
            Outcome outcome = position.outcome();
            List<Position.Turn> turns = position.turns();
            if (outcome != null) {
                assertThat(turns).isEmpty();
                return outcome;
            }
            assertThat(turns).isNotEmpty();
            int turn = turns.size() > 1 ? bits & 1 : 0;
            bits = turns.size() > 1 ? bits >> 1 : bits;
            choices = Arrays.copyOf(choices, choices.length + 1);
            choices[choices.length - 1] = turns.get(turn).choice();
        }
    }

    @Test
    void aChoiceThatIsNotPossibleIsRefused() {
        try (InteractiveExecution walker = Explorer.walk(PROGRAM, Limits.standard())) {
            assertThatThrownBy(() -> walker.at(32 * 40)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
