package bouncer.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.engine.Exploration;
import bouncer.engine.Limits;
import bouncer.engine.Outcome;
import bouncer.engine.Program;
import bouncer.engine.Session;
import bouncer.engine.ThreadStanding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session offers to the main method of its program, and to the judge of its executions. */
class SessionTest {
    @BeforeEach
    void forget() {
        Notes.steps = 0;
        Notes.hash = 0;
    }

    private static Session open(Class<?> program) {
        return Session.open(
                Program.of(program, "run", name -> name.startsWith("bouncer.engine.session.Programs")),
                Limits.CarrierKind.BEST);
    }

    private static Limits limits() {
        return Limits.standard().withPolicy(Limits.Policy.DPOR).withExecutions(20);
    }

    @Test
    void aThreadThatIsStoppedInsideAMonitorHoldsUpAnother() throws ClassNotFoundException {
        List<ThreadStanding> others = new ArrayList<>();
        try (Session session = open(Programs.Stopping.class)) {
            for (Notes.steps = 1; Notes.steps <= 6; Notes.steps++) {
                Exploration found = session.explore(limits().withExecutions(1), truncated -> null);
                assertThat(found.outcome()).isInstanceOf(Outcome.Passed.class);
                others.add(Notes.other);
            }
        }
        assertThat(others).contains(ThreadStanding.BLOCKED, ThreadStanding.ENDED);
        assertThat(Notes.stopped).isIn(ThreadStanding.HELD, ThreadStanding.ENDED);
    }

    @Test
    void hashesDifferBetweenVariations() throws ClassNotFoundException {
        Set<Integer> hashes = new HashSet<>();
        try (Session session = open(Programs.Hashing.class)) {
            for (int variation = 0; variation <= Limits.VARIATIONS; variation++) {
                session.explore(limits().withVariation(variation), truncated -> null);
                hashes.add(Notes.hash);
            }
            assertThat(session.seesChance()).isTrue();
        }
        assertThat(hashes).hasSizeGreaterThan(4);
    }

    @Test
    void aProgramThatAsksForNothingSeesNoChance() throws ClassNotFoundException {
        Notes.steps = 1;
        try (Session session = open(Programs.Stopping.class)) {
            session.explore(limits(), truncated -> null);
            assertThat(session.seesChance()).isFalse();
        }
    }

    @Test
    void anAcquireShowsInAvailablePermitsThoughNothingIsDocumentedToOrderThem() throws ClassNotFoundException {
        try (Session session = open(Programs.Looking.class)) {
            Exploration found = session.explore(limits(), truncated -> null);
            assertThat(found.outcome()).isInstanceOf(Outcome.Passed.class);
        }
        assertThat(Notes.visible).isTrue();
    }

    @Test
    void theJudgeRejectsAnExecution() throws ClassNotFoundException {
        try (Session session = open(Programs.Hashing.class)) {
            Exploration found = session.explore(limits(), truncated -> "a reason");
            assertThat(found.outcome()).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void aFinishedExecutionDoesNotWaitForAnEndlessDaemon() throws ClassNotFoundException {
        try (Session session = open(Programs.Finishing.class)) {
            Exploration found =
                    session.explore(limits().withExecutions(1), truncated -> truncated ? "it did not end" : null);
            assertThat(found.outcome()).isInstanceOf(Outcome.Passed.class);
        }
    }
}
