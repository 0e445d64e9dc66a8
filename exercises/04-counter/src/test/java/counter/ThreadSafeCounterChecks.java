package counter;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.api.Action;
import bouncer.checks.api.CheckContext;
import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import bouncer.checks.api.Parallel;
import bouncer.checks.api.Stress;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;

@Exercise("04-counter")
class ThreadSafeCounterChecks {
    private static final int ROUNDS = 300;
    private static final int TIMES = 1_000;

    @Contract(points = 2)
    void startsAtZero() {
        assertThat(new ThreadSafeCounter().get()).isZero();
    }

    @Contract(points = 2)
    void countsUpAndDown() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        counter.increment();
        counter.increment();
        counter.decrement();
        assertThat(counter.get()).as("after +1 +1 -1").isEqualTo(1);
        counter.decrement();
        counter.decrement();
        assertThat(counter.get()).as("after +1 +1 -1 -1 -1").isEqualTo(-1);
    }

    @Contract(points = 2)
    void resetReturnsTheValueAndSetsZero() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        counter.increment();
        counter.increment();
        assertThat(counter.getAndReset()).isEqualTo(2);
        assertThat(counter.get()).isZero();
    }

    @Contract(points = 2, fault = Fault.STATIC_SHARED)
    void countersAreIndependent() {
        ThreadSafeCounter one = new ThreadSafeCounter();
        ThreadSafeCounter other = new ThreadSafeCounter();
        one.increment();
        assertThat(other.get()).as("a second counter after the first was incremented").isZero();
    }

    @Stress(points = 4, fault = Fault.LOST_UPDATE)
    void noUpdateIsLostUnderContention() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            ThreadSafeCounter counter = new ThreadSafeCounter();
            Action up = () -> {
                for (int i = 0; i < TIMES; i++) {
                    counter.increment();
                }
            };
            Action down = () -> {
                for (int i = 0; i < TIMES; i++) {
                    counter.decrement();
                }
            };
            Parallel.inParallel(up, up, up, down);
            assertThat(counter.get())
                    .as("three threads added 1 and one took 1 away, %d times each (round %d)", TIMES, round)
                    .isEqualTo(2L * TIMES);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 4));
    }

    @Stress(points = 3, fault = Fault.CHECK_THEN_ACT)
    void resetLosesNoIncrement() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            ThreadSafeCounter counter = new ThreadSafeCounter();
            long[] taken = new long[1];
            Action up = () -> {
                for (int i = 0; i < TIMES; i++) {
                    counter.increment();
                }
            };
            Parallel.inParallel(up, up, () -> {
                for (int i = 0; i < TIMES; i++) {
                    taken[0] += counter.getAndReset();
                }
            });
            assertThat(taken[0] + counter.get())
                    .as("two threads added 1, %d times each, while a third reset (round %d)", TIMES, round)
                    .isEqualTo(2L * TIMES);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 3));
    }
}
