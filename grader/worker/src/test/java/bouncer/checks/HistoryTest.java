package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.result.Finding;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.runtime.CheckFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Function<Long, Effect<Long>> INCREMENT = n -> Effect.to(n + 1);
    private static final Function<Long, Effect<Long>> GET = n -> Effect.of(n, n);
    private static final Function<Long, Effect<Long>> RESET = n -> Effect.of(0L, n);
    private static final Function<Long, Effect<Long>> ACQUIRE = n -> n > 0 ? Effect.to(n - 1) : Effect.waits(n);

    @BeforeEach
    void begin() {
        CheckContext.begin(false, 1);
    }

    private static History.Entry<Long> call(
            Function<Long, Effect<Long>> what, long begin, long end, @Nullable Object result) {
        History.Entry<Long> entry = new History.Entry<>("T", "call", what);
        entry.begin = begin;
        entry.end = end;
        entry.result = result;
        return entry;
    }

    @Test
    void anEmptyHistoryIsExplained() {
        assertThat(Linearization.exists(0L, List.<History.Entry<Long>>of())).isTrue();
    }

    @Test
    void overlappingCallsMayTakeEffectInEitherOrder() {
        assertThat(Linearization.exists(0L, List.of(call(INCREMENT, 0, 3, null), call(GET, 1, 2, 0L))))
                .isTrue();
        assertThat(Linearization.exists(0L, List.of(call(INCREMENT, 0, 3, null), call(GET, 1, 2, 1L))))
                .isTrue();
        assertThat(Linearization.exists(0L, List.of(call(INCREMENT, 0, 3, null), call(GET, 1, 2, 2L))))
                .isFalse();
    }

    @Test
    void whatEndedBeforeMustHaveTakenEffect() {
        assertThat(Linearization.exists(0L, List.of(call(INCREMENT, 0, 1, null), call(GET, 2, 3, 0L))))
                .isFalse();
        assertThat(Linearization.exists(0L, List.of(call(INCREMENT, 0, 1, null), call(GET, 2, 3, 1L))))
                .isTrue();
    }

    @Test
    void aLostUpdateHasNoOrder() {
        assertThat(Linearization.exists(
                        0L, List.of(call(INCREMENT, 0, 2, null), call(INCREMENT, 1, 3, null), call(GET, 4, 5, 1L))))
                .isFalse();
    }

    @Test
    void twoResetsCannotBothTakeTheSameIncrement() {
        assertThat(Linearization.exists(
                        0L, List.of(call(INCREMENT, 0, 1, null), call(RESET, 2, 4, 1L), call(RESET, 3, 5, 1L))))
                .isFalse();
        assertThat(Linearization.exists(
                        0L, List.of(call(INCREMENT, 0, 1, null), call(RESET, 2, 4, 0L), call(RESET, 3, 5, 1L))))
                .isTrue();
    }

    /** Two readers see two writes in opposite orders: each alone is linearizable, both together are not. */
    @Test
    void readersMustAgreeOnTheOrderOfWrites() {
        Function<Long, Effect<Long>> setOne = n -> Effect.to(1L);
        Function<Long, Effect<Long>> setTwo = n -> Effect.to(2L);
        List<History.Entry<Long>> calls = new ArrayList<>(List.of(
                call(setOne, 0, 10, null), call(setTwo, 0, 10, null), call(GET, 11, 12, 1L), call(GET, 13, 14, 1L)));
        assertThat(Linearization.exists(0L, calls)).isTrue();
        calls.add(call(GET, 15, 16, 2L));
        assertThat(Linearization.exists(0L, calls)).isFalse();
    }

    @Test
    void aCallThatWaitsTakesEffectOnlyWhereItCan() {
        assertThat(Linearization.exists(0L, List.of(call(ACQUIRE, 0, 5, null), call(INCREMENT, 1, 2, null))))
                .isTrue();
        assertThat(Linearization.exists(0L, List.of(call(ACQUIRE, 0, 1, null), call(INCREMENT, 2, 3, null))))
                .isFalse();
    }

    /**
     * A history in which each call takes effect at one time between its begin and end is linearizable, with any
     * overlap.
     */
    @Test
    void historiesMadeFromAnOrderAreExplained() {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<History.Entry<Long>> calls = new ArrayList<>();
            long state = 0;
            for (int moment = 10; moment < 10 * 9; moment += 10) {
                Function<Long, Effect<Long>> what =
                        List.of(INCREMENT, GET, RESET).get(random.nextInt(3));
                Effect<Long> effect = what.apply(state);
                state = effect.state();
                calls.add(call(what, moment - random.nextInt(40), moment + 1 + random.nextInt(40), effect.result()));
            }
            assertThat(Linearization.exists(0L, calls)).as("round %d", round).isTrue();
        }
    }

    @Test
    void realCallsOfARightClassAreExplained() {
        for (int round = 0; round < 200; round++) {
            AtomicLong count = new AtomicLong();
            History<Long> history = History.from(0L);
            Parallel.inParallel(4, i -> {
                history.run("increment()", count::incrementAndGet, INCREMENT);
                history.call("getAndReset()", () -> count.getAndSet(0), RESET);
                history.call("get()", count::get, GET);
            });
            assertThatCode(() -> history.check(Fault.LOST_UPDATE)).doesNotThrowAnyException();
        }
    }

    @Test
    void theFindingTellsTheCallsInTheirOrder() {
        History<Long> history = History.from(0L);
        history.run("increment()", () -> {}, INCREMENT);
        history.call("get()", () -> 7L, GET);
        assertThatThrownBy(() -> history.call(
                        "acquire()",
                        () -> {
                            throw new InterruptedException();
                        },
                        n -> Effect.of(n, InterruptedException.class)))
                .isInstanceOf(InterruptedException.class);
        assertThatThrownBy(() -> history.check(Fault.LOST_UPDATE))
                .isInstanceOfSatisfying(
                        CheckFailure.class,
                        failure -> assertThat(failure.finding())
                                .isInstanceOfSatisfying(Finding.NotLinearizable.class, finding -> {
                                    assertThat(finding.history()).hasSize(3);
                                    assertThat(finding.history().get(0).end())
                                            .isLessThanOrEqualTo(
                                                    finding.history().get(1).begin());
                                    assertThat(finding.message())
                                            .contains("get() = 7")
                                            .contains("acquire() = throws InterruptedException");
                                }));
    }
}
