package parallelism;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.JvmThreads;
import bouncer.checks.On;
import bouncer.checks.Overlap;
import bouncer.checks.Speedup;
import bouncer.checks.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/** Sums are exact, as many threads add as there are workers, and no thread is left behind. */
@ChecksFor("02-parallel-sum")
class ParallelSumChecks {
    /** Numbers whose sum takes long enough to measure the processor time of each thread that adds. */
    private static final int LARGE = 16_000_000;
    /** Sums whose threads are counted: enough that chance does not decide whether too many were seen. */
    private static final int CALLS = 8;
    /** The most sums until as many threads were seen as workers, since a busy machine shows fewer at once. */
    private static final int TRIES = 80;
    /** More numbers than any class takes for too few to divide among threads. */
    private static final int MANY = 4_000_000;
    /** 255 times this is more than an int holds: detects classes that compute the bounds of the parts as int. */
    private static final int OVERFLOWING = 9_000_011;

    private static final int MANY_WORKERS = 256;
    /** Arrays from this length on hold the numbers; shorter ones hold partial results. */
    private static final int LEAST_LENGTH = 16;
    /** Samples, 20 ms apart, in which idle threads must remain: longer than the time that a thread needs to end. */
    private static final int IDLE_LOOKS = 75;

    private static final int LOOK_MILLIS = 20;
    private static final String TURNS =
            "Two threads share the work and never add at the same time, as one waits for the other for all or each of the numbers";
    private static final String ALONE = "2 workers were asked for, and never does a second thread add anything";

    // A sum with a race is wrong here only by chance, so the exploration decides about it first.
    @Contract(
            points = 2,
            title = "The sum is exact for every length and number of workers",
            on = {On.PLATFORM, On.VIRTUAL},
            hint = "Which worker adds the last few numbers, and in which type?",
            after = "thePartsArePutTogetherWithoutLoss")
    void addsUpEveryLengthExactly() {
        Random random = new Random(CurrentCheck.seed());
        for (int length : new int[] {0, 1, 2, 3, 5, 7, 16, 101, 1_009, 70_001}) {
            int[] any = random.ints(length).toArray();
            int[] large = new int[length];
            Arrays.fill(large, random.nextBoolean() ? Integer.MAX_VALUE : Integer.MIN_VALUE);
            for (int workers : new int[] {1, 2, 3, 4, 7, 19}) {
                assertSum(any, workers);
                assertSum(large, workers);
            }
        }
        int[] overflowing = random.ints(OVERFLOWING, -1_000, 2_000).toArray();
        assertSum(overflowing, MANY_WORKERS);
    }

    @Contract(points = 1, title = "Bad arguments are refused")
    void refusesBadArguments() {
        assertRefused("null", null, 2);
        assertRefused("null and 0 workers", null, 0);
        for (int workers : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertRefused(workers + " workers", new int[] {1, 2, 3}, workers);
            assertRefused(workers + " workers for an empty array", new int[0], workers);
        }
    }

    @Contract(
            points = 1,
            title = "As many threads add as there are workers",
            fault = Fault.NO_CONCURRENCY,
            hint = "Do you wait for one worker before the next has begun?")
    void asManyThreadsTakePartAsAreAskedFor() {
        int[] numbers = new Random(CurrentCheck.seed()).ints(LARGE, 0, 1_000).toArray();
        long whole = CheckedCensus.cost(numbers);
        for (int workers : new int[] {1, 2, 3}) {
            List<CheckedCensus> seen = new ArrayList<>();
            // How many threads are alive at the same time depends on the load of the machine. That two add at the same
            // time is shown by exploration.
            while (seen.size() < CALLS || (inAll(seen, whole) < workers && seen.size() < TRIES)) {
                seen.add(CheckedCensus.of(ParallelSum::sum, numbers, workers));
                CurrentCheck.progress();
            }
            judge(seen, workers, whole);
        }
    }

    private static int callersPart(List<CheckedCensus> seen, long whole) {
        return seen.stream().anyMatch(one -> one.callerWorked(whole)) ? 1 : 0;
    }

    private static int inAll(List<CheckedCensus> seen, long whole) {
        return most(seen, CheckedCensus::inAll) + callersPart(seen, whole);
    }

    private static void judge(List<CheckedCensus> seen, int workers, long whole) {
        // Threads that take the next numbers when they are free do parts of any size. So the caller counts against a
        // class
        // with too few threads only if it never took part, and with too many only if it always did.
        int callersSurePart = seen.stream().allMatch(one -> one.callerWorked(whole)) ? 1 : 0;
        int atOnce = most(seen, CheckedCensus::atOnce) + callersPart(seen, whole);
        int inAll = inAll(seen, whole);
        // A caller that started threads may use processor time without adding, which exploration decides. A caller of a
        // pool that existed before helps it.
        long beyond = seen.stream()
                .filter(one -> one.atOnce() + (one.lasting() > 0 ? callersSurePart : 0) > workers)
                .count();
        boolean forkJoin = workers > 1 && seen.stream().anyMatch(CheckedCensus::forkJoin);
        // A fork-join pool may have spare threads, which replace workers that block.
        Expect.that(
                forkJoin || beyond * 2 <= seen.size(),
                Fault.PERMIT_OFF_BY_ONE,
                "%d workers were asked for, and %d threads worked at once",
                workers,
                atOnce);
        Expect.that(
                inAll >= workers,
                Fault.NO_CONCURRENCY,
                "%d workers were asked for, and in %d calls with %,d numbers never more than %d took part",
                workers,
                seen.size(),
                LARGE,
                inAll);
    }

    @Contract(
            points = 1,
            title = "No thread is left behind",
            fault = Fault.THREAD_LEAK,
            hint = "What ends the threads that you started?")
    void noThreadIsLeftBehind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int[] numbers = new Random(CurrentCheck.seed()).ints(200_003).toArray();
        for (int workers = 1; workers <= 4; workers++) {
            ParallelSum.sum(numbers, workers);
        }
        Set<Thread> left = new HashSet<>();
        // A thread that stays idle for more than a second is left behind; one that is still ending gets more time.
        for (int idle = 0; idle < IDLE_LOOKS; idle++) {
            Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
            now.removeAll(before);
            now.removeIf(JvmThreads::isOne);
            if (now.isEmpty()) {
                return;
            }
            if (!now.equals(left) || now.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)) {
                idle = 0;
            }
            left = now;
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        // No number, because a pool that starts threads on demand starts more of them on a busy machine.
        Expect.fail("Threads were left idle after the sums had returned");
    }

    @Explore(
            points = 1,
            title = "No part of the sum is lost",
            fault = Fault.LOST_UPDATE,
            hint = "What do the workers share while they work?")
    void thePartsArePutTogetherWithoutLoss() {
        int[] numbers = {1, 20, 300, 4_000, 50_000, 600_000, 7_000_000, 80_000_000};
        Overlap overlap = Overlap.ofReads(numbers.length / 2, 2);
        Expect.equal(ParallelSum.sum(numbers, 2), 87_654_321L, "The sum of eight numbers");
        overlap.atMost();
    }

    @Explore(
            points = 0,
            title = "The last number of an odd length is not lost",
            fault = Fault.LOST_UPDATE,
            hint = "Which worker adds the last number, and which others work then?",
            after = {"thePartsArePutTogetherWithoutLoss", "addsUpEveryLengthExactly"})
    void theOddOneIsAddedWithoutLoss() {
        int[] numbers = {1, 20, 300, 4_000, 50_000, 600_000, 7_000_000};
        Expect.equal(ParallelSum.sum(numbers, 2), 7_654_321L, "The sum of seven numbers");
    }

    // The exploration ends as soon as two threads add at the same time, so the array can be large.
    @Explore(
            points = 1,
            title = "Two workers add at the same time",
            executions = 2_000,
            steps = 8_000,
            fault = Fault.OVER_SERIALISED,
            hint = "What keeps one worker waiting while the other adds?",
            after = "thePartsArePutTogetherWithoutLoss",
            mayBeLong = true)
    void twoWorkersAddAtTheSameTime() {
        int[] zeros = new int[MANY];
        Overlap.ofReads(LEAST_LENGTH, 2)
                .demand(
                        TURNS,
                        ALONE,
                        () -> Expect.equal(ParallelSum.sum(zeros, 2), 0L, Fault.WRONG_RESULT, "The sum of zeros"));
    }

    @Explore(
            points = 1,
            title = "Two sums at the same time do not mix",
            fault = Fault.STATIC_SHARED,
            hint = "What do two calls share?")
    void callsAtTheSameTimeDoNotMix() {
        long[] sums = new long[2];
        inParallel(
                () -> sums[0] = ParallelSum.sum(new int[] {1, 20}, 2),
                () -> sums[1] = ParallelSum.sum(new int[] {300, 4_000}, 2));
        Expect.equal(sums[0], 21L, "The sum of 1 and 20, with another call at the same time");
        Expect.equal(sums[1], 4_300L, "The sum of 300 and 4,000, with another call at the same time");
    }

    @Timing(
            points = 0,
            title = "Two workers are faster than one",
            fault = Fault.NO_CONCURRENCY,
            hint = "What do the workers wait for, or fight for?")
    void twoWorkersBeatOne() throws Exception {
        int[] numbers = new Random(CurrentCheck.seed()).ints(LARGE, 0, 1_000).toArray();
        Speedup.judge(
                Fault.OVER_SERIALISED,
                workers -> ParallelSum.sum(numbers, workers),
                workers -> CheckedCensus.reference(numbers, workers));
    }

    private static int most(List<CheckedCensus> seen, ToIntFunction<CheckedCensus> number) {
        return seen.stream().mapToInt(number).max().orElse(0);
    }

    private static void assertSum(int[] numbers, int workers) {
        assertThat(ParallelSum.sum(numbers, workers))
                .as("the sum of %d numbers by %d workers", numbers.length, workers)
                .isEqualTo(CheckedCensus.plain(numbers, 0, numbers.length));
    }

    private static void assertRefused(String what, int[] numbers, int workers) {
        Expect.throwing(
                IllegalArgumentException.class,
                Fault.WRONG_RESULT,
                "for " + what,
                () -> ParallelSum.sum(numbers, workers));
    }
}
