package bouncer.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.schedule.Branch;
import bouncer.engine.schedule.OperationKind;
import bouncer.engine.schedule.RandomScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnabledSetTest {
    private static final long SECOND = 1_000_000_000;
    private static final int READY = Branch.READY.mask();
    private static final int TIMEOUT = Branch.TIMEOUT.mask();

    private final List<Actor> actors = new ArrayList<>();
    private final EnabledSet enabled = new EnabledSet(actors, new RandomScheduler(0, 1), new ProgramObservers(), false);
    private final EnabledSet choosing = new EnabledSet(actors, new RandomScheduler(0, 1), new ProgramObservers(), true);

    /** An actor without a thread. */
    private static final class TestActor extends Actor {
        private boolean interrupted;

        TestActor(int id) {
            super(id, "actor " + id);
        }

        @Override
        protected boolean stepsByItself() {
            return true;
        }

        @Override
        boolean isInterrupted() {
            return interrupted;
        }

        @Override
        boolean mayWakeSpuriously() {
            return true;
        }

        void endNow() {
            setEnded(true);
        }
    }

    private TestActor actor() {
        TestActor actor = new TestActor(actors.size());
        actors.add(actor);
        return actor;
    }

    private static PendingOperation waiting(Actor actor) {
        return actor.operation().is(OperationKind.AWAIT, "waits").when(Enabledness.NEVER);
    }

    @Test
    void anOperationWithoutAConditionIsEnabledAndAnEndedActorIsNot() {
        actor();
        TestActor ended = actor();
        ended.endNow();
        assertThat(enabled.anyEnabled()).isTrue();
        assertThat(enabled.branches(0)).isEqualTo(READY);
        assertThat(enabled.branches(1)).isZero();
        assertThat(enabled.branches(1_000)).isZero();
    }

    @Test
    void aConditionDecides() {
        boolean[] open = {false};
        actor().operation().is(OperationKind.AWAIT, "waits").when(() -> open[0]);
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.atQuiescence()).isFalse();
        open[0] = true;
        assertThat(enabled.anyEnabled()).isTrue();
    }

    @Test
    void timePassesOnlyWhenNothingElseIsEnabled() {
        TestActor sleeper = actor();
        waiting(sleeper).until(SECOND);
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.time(sleeper)).isZero();
        assertThat(enabled.atQuiescence()).isTrue();
        assertThat(enabled.branches(0)).isEqualTo(TIMEOUT);
        assertThat(enabled.time(sleeper)).isEqualTo(SECOND);
    }

    @Test
    void theFirstDeadlineComesFirst() {
        waiting(actor()).until(5 * SECOND);
        waiting(actor()).until(SECOND);
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.atQuiescence()).isTrue();
        assertThat(enabled.branches(0)).isZero();
        assertThat(enabled.branches(1)).isEqualTo(TIMEOUT);
    }

    @Test
    void deadlinesThatAreNearEachOtherMayPassInAnyOrder() {
        waiting(actor()).until(2 * SECOND);
        waiting(actor()).until(SECOND);
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.atQuiescence()).isTrue();
        assertThat(enabled.branches(0)).isEqualTo(TIMEOUT);
        assertThat(enabled.branches(1)).isEqualTo(TIMEOUT);
    }

    @Test
    void aSleepMayEndAtAnyMoment() {
        actor();
        waiting(actor()).until(SECOND).freely();
        assertThat(enabled.anyEnabled()).isTrue();
        assertThat(enabled.branches(1)).isEqualTo(TIMEOUT);
        assertThat(enabled.isAsleep(actors.get(1))).isTrue();
    }

    @Test
    void aTimeoutMayBeAChoiceUnlessItStandsForNone() {
        waiting(actor()).until(SECOND);
        waiting(actor()).until(Long.MAX_VALUE);
        assertThat(choosing.anyEnabled()).isTrue();
        assertThat(choosing.branches(0)).isEqualTo(TIMEOUT);
        assertThat(choosing.branches(1)).isZero();
    }

    @Test
    void aThreadThatLeavesByTimeoutRunsAheadAndTellsTheTimeByWhatItWrites() {
        MemoryLocation location = new Memory().at(new Object(), 0);
        TestActor early = actor();
        TestActor late = actor();
        waiting(late).on(location, AccessKind.WRITE).until(SECOND);
        assertThat(choosing.anyEnabled()).isTrue();
        late.choose(Branch.TIMEOUT.ordinal());
        choosing.doing(late);
        assertThat(choosing.time(late)).isEqualTo(SECOND);
        assertThat(choosing.time(early)).isZero();
        early.operation().is(OperationKind.READ, "reads").on(location, AccessKind.READ);
        early.choose(Branch.READY.ordinal());
        choosing.doing(early);
        assertThat(choosing.time(early)).isEqualTo(SECOND);
    }

    @Test
    void interruptsAndSpuriousWakeUpsAreBranches() {
        TestActor actor = actor();
        PendingOperation op = waiting(actor).interruptibly();
        op.makeSpurious();
        assertThat(enabled.branchesNow(actor)).isEqualTo(Branch.SPURIOUS.mask());
        actor.interrupted = true;
        assertThat(enabled.branchesNow(actor)).isEqualTo(Branch.SPURIOUS.mask() | Branch.INTERRUPT.mask());
    }

    @Test
    void alternativesAreNumbered() {
        TestActor actor = actor();
        actor.operation().is(OperationKind.CHOOSE, "chooses").amongst(3);
        assertThat(enabled.branchesNow(actor)).isEqualTo(0b111);
    }

    @Test
    void aBarrierWaitsForQuiescence() {
        TestActor actor = actor();
        actor.operation().is(OperationKind.QUIET, "waits until all others rest");
        waiting(actor()).until(SECOND);
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.atQuiescence()).isTrue();
        assertThat(enabled.branches(0)).isEqualTo(READY);
        assertThat(enabled.time(actor)).isZero();
    }

    @Test
    void idleWaitsAreNoReasonForTimeToPass() {
        waiting(actor()).until(SECOND).idly();
        assertThat(enabled.anyEnabled()).isFalse();
        assertThat(enabled.atQuiescence()).isFalse();
        assertThat(enabled.onlyIdle()).isTrue();
    }
}
