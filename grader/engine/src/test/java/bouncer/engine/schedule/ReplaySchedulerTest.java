package bouncer.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplaySchedulerTest {
    private static final int READY = Branch.READY.mask();
    private static final int TIMEOUT = Branch.TIMEOUT.mask();

    private static int choice(int task, Branch branch) {
        return Scheduler.choice(task, branch.ordinal());
    }

    @Test
    void aChoiceIsATaskAndABranch() {
        int choice = choice(37, Branch.LATE);
        assertThat(Scheduler.task(choice)).isEqualTo(37);
        assertThat(Branch.LATE.is(Scheduler.branch(choice))).isTrue();
    }

    @Test
    void withoutDeviationsTheSameTaskContinuesWhileItCan() {
        ReplayScheduler straight = new ReplayScheduler(List.of());
        straight.begin();
        assertThat(straight.choose(new FixedState(0, 1, READY, READY))).isEqualTo(choice(1, Branch.READY));
        assertThat(straight.choose(new FixedState(1, 1, TIMEOUT, 0))).isEqualTo(choice(0, Branch.TIMEOUT));
        assertThat(straight.deviations()).isEmpty();
        assertThat(straight.advance()).isFalse();
    }

    @Test
    void onlyChoicesThatDifferAreDeviations() {
        int[] all = {choice(0, Branch.READY), choice(1, Branch.READY)};
        ReplayScheduler replay = new ReplayScheduler(all);
        replay.begin();
        assertThat(replay.choose(new FixedState(0, 0, READY, READY))).isEqualTo(all[0]);
        assertThat(replay.choose(new FixedState(1, 0, READY, READY))).isEqualTo(all[1]);
        assertThat(replay.deviations()).containsExactly(new ReplayScheduler.Deviation(1, all[1]));
        ReplayScheduler again = new ReplayScheduler(replay.deviations());
        again.begin();
        assertThat(again.choose(new FixedState(1, 0, READY, READY))).isEqualTo(all[1]);
    }

    @Test
    void aChoiceThatIsNotPossibleShowsNondeterminism() {
        ReplayScheduler replay = new ReplayScheduler(new int[] {choice(1, Branch.TIMEOUT)});
        assertThatThrownBy(() -> replay.choose(new FixedState(0, 0, READY, READY)))
                .isInstanceOf(NondeterminismException.class)
                .hasMessageContaining("step 0");
        assertThatThrownBy(() -> replay.choose(new FixedState(0, 0, READY)))
                .isInstanceOf(NondeterminismException.class);
    }
}
