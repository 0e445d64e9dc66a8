package counter;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.Effect;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.History;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import java.util.Arrays;

/** The calls of a counter are linearizable, and make visible what was written before them. */
@ChecksFor("04-counter")
class ThreadSafeCounterChecks {
    /** Increments beside one call: more than the retries of a class that gives up after a fixed number of them. */
    private static final int OVERTAKES = 50;
    /** Beyond 127, where classes that compare boxed numbers with {@code ==} begin to fail. */
    private static final int LARGE = 1_000;
    /** Rounds under contention, enough to show a race that needs a rare overlap. */
    private static final int ROUNDS = 400;
    /** Calls of each thread in a round: long enough to overlap. Prime, so that no batch size of a class divides it. */
    private static final int CALLS = 1_009;

    private static final int CALLS_WITH_RESETS = 503;

    // ---- What one thread can see

    @Contract(points = 1, title = "A new counter is at zero")
    void startsAtZero() {
        assertThat(new ThreadSafeCounter().get()).as("a new counter").isZero();
    }

    @Contract(points = 1, title = "The counter counts up and down, also below zero")
    void countsUpAndDownAlsoBelowZero() {
        ThreadSafeCounter counter = counterAt(2);
        counter.decrement();
        assertThat(counter.get()).as("after +1 +1 -1").isEqualTo(1);
        counter.decrement();
        counter.decrement();
        assertThat(counter.get()).as("after +1 +1 -1 -1 -1").isEqualTo(-1);
        counter.increment();
        counter.increment();
        assertThat(counter.get()).as("after +1 +1 -1 -1 -1 +1 +1").isEqualTo(1);
    }

    @Contract(points = 1, title = "getAndReset returns the value and sets zero")
    void resetReturnsTheValueAndSetsZero() {
        for (int value : new int[] {3, 0, -2}) {
            ThreadSafeCounter counter = counterAt(value);
            assertThat(counter.getAndReset()).as("getAndReset() at %d", value).isEqualTo(value);
            assertThat(counter.get()).as("the counter after it").isZero();
            counter.increment();
            assertThat(counter.get()).as("after one more increment").isEqualTo(1);
        }
    }

    @Contract(points = 1, title = "Two counters do not share their value", fault = Fault.STATIC_SHARED)
    void countersAreIndependent() {
        ThreadSafeCounter one = counterAt(3);
        ThreadSafeCounter other = new ThreadSafeCounter();
        assertThat(other.get())
                .as("a second counter, after the first went to 3")
                .isZero();
        other.decrement();
        assertThat(one.getAndReset())
                .as("the first, after the second was decremented")
                .isEqualTo(3);
        assertThat(other.get()).as("the second, after the first was reset").isEqualTo(-1);
    }

    // ---- Every order that matters

    // A class that waits for a lock with a timeout can time out at any point.
    @Explore(
            points = 1,
            title = "An increment is never lost",
            timeouts = true,
            fault = Fault.LOST_UPDATE,
            hint = "Which steps must other threads never see half done?")
    void noIncrementIsLost() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        inParallel(counter::increment, counter::increment);
        assertThat(counter.get()).as("two increments").isEqualTo(2);
    }

    @Explore(points = 1, title = "A decrement is never lost", fault = Fault.LOST_UPDATE, after = "noIncrementIsLost")
    void noDecrementIsLost() {
        ThreadSafeCounter counter = counterAt(5);
        inParallel(counter::increment, counter::decrement, counter::decrement);
        assertThat(counter.get()).as("5 +1 -1 -1").isEqualTo(4);
    }

    @Explore(
            points = 0,
            title = "An increment is never lost at larger values either",
            steps = 20_000,
            fault = Fault.LOST_UPDATE,
            after = "noIncrementIsLost")
    void noIncrementIsLostAfterAThousand() {
        ThreadSafeCounter counter = counterAt(LARGE);
        inParallel(counter::increment, counter::increment);
        assertThat(counter.get()).as("%,d increments and two at once", LARGE).isEqualTo(LARGE + 2);
    }

    // A class that retries a fixed number of times loses a call if other threads are faster each time.
    @Explore(
            points = 0,
            title = "A call succeeds, however often other threads are faster",
            executions = 600,
            fault = Fault.LOST_UPDATE,
            after = {"noIncrementIsLost", "noDecrementIsLost", "resetLosesNoIncrement"})
    void noCallGivesUpWhileOthersAreFaster() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        long[] taken = new long[1];
        inParallel(counter::increment, counter::decrement, () -> taken[0] = counter.getAndReset(), () -> {
            for (int i = 0; i < OVERTAKES; i++) {
                counter.increment();
            }
        });
        assertThat(taken[0] + counter.get())
                .as(
                        "what the reset returned and what is left, of %d +1 -1, where others are faster again and again",
                        OVERTAKES)
                .isEqualTo(OVERTAKES);
    }

    @Explore(
            points = 1,
            title = "getAndReset loses no increment",
            fault = Fault.CHECK_THEN_ACT,
            hint = "Is getAndReset one step, or two?")
    void resetLosesNoIncrement() {
        ThreadSafeCounter counter = counterAt(1);
        long[] taken = new long[1];
        inParallel(counter::increment, () -> taken[0] = counter.getAndReset());
        assertThat(taken[0] + counter.get())
                .as("what the reset returned and what is left, of 2 increments")
                .isEqualTo(2);
    }

    @Explore(points = 1, title = "No increment is returned by two resets", fault = Fault.CHECK_THEN_ACT)
    void noIncrementIsReturnedByTwoResets() {
        ThreadSafeCounter counter = counterAt(3);
        long[] taken = new long[2];
        inParallel(() -> taken[0] = counter.getAndReset(), () -> taken[1] = counter.getAndReset(), counter::decrement);
        assertThat(taken[0] + taken[1] + counter.get())
                .as("what two resets returned and what is left, of 3 -1")
                .isEqualTo(2);
    }

    @Explore(points = 1, title = "get returns only values that the counter had", fault = Fault.TORN_SNAPSHOT)
    void readersSeeOnlyValuesThatWereThere() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        long[] seen = new long[2];
        inParallel(
                () -> {
                    counter.increment();
                    Actor.start("T3", counter::decrement).join();
                },
                () -> {
                    seen[0] = counter.get();
                    seen[1] = counter.get();
                });
        Expect.that(
                seen[0] >= 0 && seen[0] <= 1 && seen[1] >= 0 && seen[1] <= 1,
                "The counter went from 0 to 1 and back to 0, and a reader saw %d, then %d",
                seen[0],
                seen[1]);
    }

    @Explore(points = 1, title = "getAndReset returns only values that the counter had", fault = Fault.TORN_SNAPSHOT)
    void resetsReturnOnlyValuesThatWereThere() {
        ThreadSafeCounter counter = counterAt(1);
        long[] taken = new long[1];
        long[] seen = new long[1];
        inParallel(
                () -> {
                    counter.increment();
                    counter.decrement();
                },
                () -> taken[0] = counter.getAndReset(),
                () -> seen[0] = counter.get());
        Expect.that(
                taken[0] >= 1 && taken[0] <= 2,
                "The counter went from 1 to 2 and back to 1, and getAndReset() returned %d",
                taken[0]);
        assertThat(taken[0] + counter.get()).as("returned and left, of 1 +1 -1").isEqualTo(1);
        assertThat(seen[0]).as("what a reader saw meanwhile").isBetween(-1L, 2L);
    }

    @Explore(
            points = 1,
            title = "A thread that sees a change sees what was written before it",
            fault = Fault.UNLOCKED_READ,
            hint = "Is there a field that one method guards and another does not?")
    void aVisibleChangeMakesEarlierWritesVisible() {
        ThreadSafeCounter up = new ThreadSafeCounter();
        ThreadSafeCounter down = new ThreadSafeCounter();
        ThreadSafeCounter reset = counterAt(1);
        // Plain on purpose: only the counters can make visible what is written here.
        int[] note = new int[3];
        inParallel(
                () -> {
                    note[0] = 1;
                    up.increment();
                    note[1] = 1;
                    down.decrement();
                    note[2] = 1;
                    reset.getAndReset();
                },
                () -> {
                    if (up.get() == 1) {
                        assertThat(note[0])
                                .as("written before an increment that was seen")
                                .isEqualTo(1);
                    }
                    if (down.getAndReset() == -1) {
                        assertThat(note[1])
                                .as("written before a decrement that was seen")
                                .isEqualTo(1);
                    }
                    if (reset.get() == 0) {
                        assertThat(note[2])
                                .as("written before a reset that was seen")
                                .isEqualTo(1);
                    }
                });
    }

    @Explore(
            points = 1,
            title = "Counters never wait for each other",
            fault = Fault.STATIC_SHARED,
            hint = "What do two counters share?")
    void oneCounterNeverWaitsForAnother() {
        ThreadSafeCounter one = new ThreadSafeCounter();
        ThreadSafeCounter other = new ThreadSafeCounter();
        String message = "A thread that is alone with its counter waits for one that uses another counter";
        inParallel(
                () -> Expect.noWait(message, one::increment),
                () -> Expect.noWait(message, () -> {
                    other.decrement();
                    other.getAndReset();
                    other.get();
                }));
        Expect.equal(one.get() + other.get(), 1L, "Two counters after +1 and a reset");
    }

    @Explore(
            points = 1,
            title = "The calls are linearizable",
            fault = Fault.CHECK_THEN_ACT,
            after = {"noIncrementIsLost", "resetLosesNoIncrement"})
    void allCallsLookAsIfTheyHadComeOneAfterTheOther() {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        History<Long> history = History.from(0L);
        inParallel(
                () -> {
                    history.run("increment()", counter::increment, n -> Effect.to(n + 1));
                    history.call("getAndReset()", counter::getAndReset, n -> Effect.of(0L, n));
                },
                () -> {
                    history.run("decrement()", counter::decrement, n -> Effect.to(n - 1));
                    history.call("get()", counter::get, n -> Effect.of(n, n));
                });
        history.call("get()", counter::get, n -> Effect.of(n, n));
        history.check(Fault.CHECK_THEN_ACT);
    }

    // ---- The real machine

    @Stress(points = 1, title = "No update is lost under contention", fault = Fault.LOST_UPDATE)
    void noUpdateIsLostUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            ThreadSafeCounter counter = new ThreadSafeCounter();
            int threads = round.threads();
            int times = CALLS;
            round.inParallel(threads, index -> {
                for (int i = 0; i < times; i++) {
                    if (index % 4 == 3) {
                        counter.decrement();
                    } else {
                        counter.increment();
                    }
                }
            });
            long down = threads / 4;
            assertThat(counter.get())
                    .as("%d threads added 1 and %d took 1 away, %d times each", threads - down, down, times)
                    .isEqualTo((threads - 2 * down) * times);
        });
    }

    @Stress(points = 1, title = "No increment is lost to a reset under contention", fault = Fault.CHECK_THEN_ACT)
    void noIncrementIsLostToAResetUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            ThreadSafeCounter counter = new ThreadSafeCounter();
            int threads = round.threads();
            int times = CALLS_WITH_RESETS;
            long[] taken = new long[threads];
            round.inParallel(threads, index -> {
                for (int i = 0; i < times; i++) {
                    counter.increment();
                    if (i % 3 == index % 3) {
                        taken[index] += counter.getAndReset();
                    }
                }
            });
            assertThat(Arrays.stream(taken).sum() + counter.get())
                    .as(
                            "%d threads added 1, %d times each, and reset now and then: all that was counted",
                            threads, times)
                    .isEqualTo((long) threads * times);
        });
    }

    private static ThreadSafeCounter counterAt(int value) {
        ThreadSafeCounter counter = new ThreadSafeCounter();
        for (int i = 0; i < value; i++) {
            counter.increment();
        }
        for (int i = 0; i > value; i--) {
            counter.decrement();
        }
        return counter;
    }
}
