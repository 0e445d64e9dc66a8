package bouncer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.worker.HangDetector.Look;
import bouncer.worker.HangDetector.Says;
import bouncer.worker.OsThreads.Idle;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Standstill, endless loop, endless waiting and starvation, in constructed samples 25 ms apart. */
class VigilTest {
    private static final long MS = 1_000_000;
    private static final long LIMIT = 8_000 * MS;

    private static Look look(int at, long cpu, long progress, @Nullable String picture, Idle idle) {
        return new Look(at * 25 * MS, cpu * MS, progress, picture, false, idle);
    }

    private static Look waiting(int at, @Nullable String picture, Idle idle) {
        return new Look(at * 25 * MS, 0, 0, picture, true, idle);
    }

    /** Returns the last conclusion, and after how many samples it came. */
    private static String outcome(IntFunction<Look> looks) {
        HangDetector vigil = new HangDetector(LIMIT, LIMIT);
        for (int i = 0; i < 10_000; i++) {
            Says says = vigil.add(looks.apply(i));
            if (says != Says.GO_ON) {
                return says + " " + i;
            }
        }
        return "GO_ON";
    }

    @Test
    void aStandstillThatTheSystemConfirmsIsSeenSoon() {
        assertThat(outcome(i -> look(i, 0, 0, "same", Idle.YES))).isEqualTo("STANDSTILL 10");
    }

    @Test
    void withoutTheSystemItTakesLonger() {
        assertThat(outcome(i -> look(i, 0, 0, "same", Idle.UNKNOWN))).isEqualTo("STANDSTILL 100");
    }

    @Test
    void aThreadThatWasWokenButStarvesIsNoStandstill() {
        // According to Java all threads wait for two seconds, but the system has one that can run.
        assertThat(outcome(i -> look(i, 0, i < 80 ? 0 : i, "same", i < 80 ? Idle.NO : Idle.YES)))
                .isEqualTo("GO_ON");
    }

    @Test
    void aThreadThatRunsNowAndThenDoesNotStandStill() {
        assertThat(outcome(i -> look(i, 0, i / 100, "picture " + i / 9, Idle.YES)))
                .isEqualTo("GO_ON");
        assertThat(outcome(i -> look(i, 0, i / 100, i % 9 == 0 ? null : "same", Idle.YES)))
                .isEqualTo("GO_ON");
    }

    @Test
    void processorTimeThatWasUsedDecidesAnEndlessLoop() {
        assertThat(outcome(i -> look(i, 25L * i, 0, null, Idle.NO))).isEqualTo("RUNS_ON 320");
    }

    @Test
    void aCheckThatGetsOnMayTakeAsLongAsItLikes() {
        assertThat(outcome(i -> look(i, 50L * i, i / 40, null, Idle.NO))).isEqualTo("GO_ON");
    }

    @Test
    void endlessTimedWaitsAreSeenOnceTheyHadTheirTime() {
        assertThat(outcome(i -> look(i, i / 50, 0, null, i % 4 == 0 ? Idle.YES : Idle.UNKNOWN)))
                .isEqualTo("WAITS_ON 320");
    }

    @Test
    void anEndlessTimedWaitIsSeenAfterSeconds() {
        assertThat(outcome(i -> waiting(i, "same", i % 4 == 0 ? Idle.YES : Idle.UNKNOWN)))
                .isEqualTo("WAITS_ON 80");
    }

    @Test
    void onABusyMachineAPollerIsSeenOnceItHadItsTime() {
        // In every fifth sample the thread runs, and in two of three answers of the system it waits for a processor.
        assertThat(outcome(i -> waiting(i, i % 5 == 3 ? null : "same", i % 12 == 0 ? Idle.YES : Idle.NO)))
                .startsWith("WAITS_ON");
    }

    @Test
    void aWaitThatIsFollowedByAnotherIsNoEndlessOne() {
        assertThat(outcome(i -> waiting(i, "wait " + i / 70, Idle.NO))).isEqualTo("STARVED 1920");
    }

    @Test
    void aStarvedCheckIsNeitherALoopNorAWait() {
        assertThat(outcome(i -> look(i, i, 0, null, i % 4 == 0 ? Idle.NO : Idle.UNKNOWN)))
                .isEqualTo("STARVED 1920");
    }

    @Test
    void timeInWhichTheWatcherItselfStarvedDoesNotCount() {
        // A minute between two samples: the machine was suspended.
        assertThat(outcome(i -> new Look(i * 60_000L * MS, 0, i / 70, null, false, Idle.YES)))
                .isEqualTo("GO_ON");
    }
}
