package bouncer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody else chooses: every order can be chosen, and what comes of it is what exploration finds. */
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

    private static final Program PROGRAM = Program.of(Unlocked.class, "run");

    @Test
    void everyOrderCanBeChosenAndSomeLoseAnUpdate() {
        List<Outcome> ends = new ArrayList<>();
        try (Walker walker = Explorer.walk(PROGRAM, Limits.standard())) {
            all(walker, new int[0], ends);
        }
        long broken = ends.stream().filter(Outcome.Broken.class::isInstance).count();
        assertThat(ends).hasSizeGreaterThan(20);
        assertThat(broken).isBetween(1L, ends.size() - 1L);
        assertThat(ends).allMatch(end -> end instanceof Outcome.Broken || end instanceof Outcome.AllAgree);
    }

    private static void all(Walker walker, int[] choices, List<Outcome> ends) {
        Position position = walker.at(choices);
        Outcome outcome = position.outcome();
        if (outcome != null) {
            assertThat(position.turns()).isEmpty();
            ends.add(outcome);
            return;
        }
        assertThat(position.turns()).isNotEmpty();
        for (Position.Turn turn : position.turns()) {
            int[] longer = Arrays.copyOf(choices, choices.length + 1);
            longer[choices.length] = turn.choice();
            all(walker, longer, ends);
        }
    }

    @Test
    void aChoiceThatIsNotPossibleIsRefused() {
        try (Walker walker = Explorer.walk(PROGRAM, Limits.standard())) {
            assertThatThrownBy(() -> walker.at(32 * 40)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
