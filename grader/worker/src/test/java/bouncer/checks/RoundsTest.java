package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.result.CheckCoverage;
import bouncer.worker.runtime.CheckContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class RoundsTest {
    private static final int LONG_ENOUGH = 60_000;

    @BeforeEach
    void begin() {
        CheckContext.begin(false, 1);
    }

    /** Pauses between its read and its write, so that it loses updates even on one core. */
    private static final class Racy {
        private volatile long count;

        void increment() {
            long read = count;
            Round.pause();
            count = read + 1;
        }
    }

    @Test
    void findsALostUpdate() {
        assertThatThrownBy(() -> Rounds.upTo(100_000).within(LONG_ENOUGH).run(round -> {
                    Racy racy = new Racy();
                    round.inParallel(round.threads(), i -> {
                        for (int n = 0; n < 2_000; n++) {
                            racy.increment();
                        }
                    });
                    assertThat(racy.count).isEqualTo(2_000L * round.threads());
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void passesARightCounterAndCountsItsRounds() throws Exception {
        Rounds.upTo(200).within(LONG_ENOUGH).run(round -> {
            AtomicLong count = new AtomicLong();
            round.inParallel(round.threads(), i -> {
                for (int n = 0; n < 100; n++) {
                    count.incrementAndGet();
                    Round.pause();
                }
            });
            assertThat(count.get()).isEqualTo(100L * round.threads());
        });
        int most = Rounds.threadCounts(Runtime.getRuntime().availableProcessors())[2];
        assertThat(CheckContext.coverage()).isEqualTo(new CheckCoverage.Stressed(200, most));
    }

    /** Virtual threads that yielded while they wait could keep all carriers from one that has not arrived. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtualThreadsMeetThoughTheyAreMoreThanTheCarriers() throws Exception {
        CheckContext.begin(true, 1);
        int threads = 4 * Runtime.getRuntime().availableProcessors();
        AtomicLong count = new AtomicLong();
        Rounds.upTo(2_000).within(LONG_ENOUGH).run(round -> round.inParallel(threads, i -> count.incrementAndGet()));
        assertThat(count.get()).isEqualTo(2_000L * threads);
    }

    @Test
    void theCapEndsItEarlyWithAtLeastOneRound() throws Exception {
        Rounds.upTo(1_000_000).within(0).run(round -> round.inParallel(() -> {}, () -> {}));
        assertThat(CheckContext.coverage()).isEqualTo(new CheckCoverage.Stressed(1, 2));
    }

    @Test
    void allThreadsOfARoundRunAtOnce() throws Exception {
        Rounds.upTo(50).within(LONG_ENOUGH).run(round -> {
            CyclicBarrier barrier = new CyclicBarrier(5);
            round.inParallel(5, i -> barrier.await());
        });
        assertThat(CheckContext.coverage()).isEqualTo(new CheckCoverage.Stressed(50, 5));
    }

    @Test
    void reusesItsThreads() throws Exception {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Rounds.upTo(100).within(LONG_ENOUGH).run(round -> round.inParallel(3, i -> seen.add(Thread.currentThread())));
        assertThat(seen).hasSize(3).allMatch(thread -> !thread.isAlive());
    }

    @Test
    void aFailureInAThreadIsRethrownWithTheOthers() {
        IllegalStateException first = new IllegalStateException("first");
        assertThatThrownBy(() -> Rounds.upTo(10)
                        .run(round -> round.inParallel(
                                () -> {
                                    throw first;
                                },
                                () -> {
                                    throw new java.io.IOException("second");
                                })))
                .isSameAs(first)
                .hasSuppressedException(new java.io.IOException("second"));
        assertThat(CheckContext.failure()).isNotNull();
    }

    @Test
    void noRoundIsInconclusive() {
        assertThatThrownBy(() -> Rounds.upTo(0).run(round -> {})).isInstanceOf(Inconclusive.class);
        assertThatThrownBy(() -> Rounds.upTo(5).run(round -> {})).isInstanceOf(Inconclusive.class);
    }

    @Test
    void threadCountsSuitSmallAndLargeMachines() {
        assertThat(Rounds.threadCounts(1)).containsExactly(2, 2, 4);
        assertThat(Rounds.threadCounts(2)).containsExactly(2, 2, 4);
        assertThat(Rounds.threadCounts(8)).containsExactly(2, 8, 16);
        assertThat(Rounds.threadCounts(64)).containsExactly(2, 32, 32);
    }
}
