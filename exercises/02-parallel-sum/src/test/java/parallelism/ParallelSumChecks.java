package parallelism;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.JvmThreads;
import bouncer.checks.On;
import bouncer.checks.Overlap;
import bouncer.checks.Rendezvous;
import bouncer.checks.Speedup;
import bouncer.checks.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    /** Up to this many workers, more lengths are tried. */
    private static final int SOME_WORKERS = 7;
    /** Enough numbers that each class divides them into pieces of several, and few enough for a step at each. */
    private static final int MEDIUM = 20_000;
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
        for (int workers : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64}) {
            // Lengths around multiples of the workers, where parts of equal size leave a rest.
            Set<Integer> lengths = new TreeSet<>(List.of(0, 1, workers / 2, workers - 1, workers, workers + 1));
            if (workers <= SOME_WORKERS) {
                lengths.addAll(
                        List.of(2 * workers - 1, 2 * workers + 1, workers * workers, 1_009 * workers - 1, 70_001));
            }
            for (int length : lengths) {
                assertSum(random.ints(length).toArray(), workers);
            }
        }
        for (int extreme : new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE, -1}) {
            for (int workers : new int[] {1, 2, 3, 7}) {
                int[] numbers = new int[101];
                Arrays.fill(numbers, extreme);
                assertSum(numbers, workers);
            }
        }
        // The sum is more than a double holds exactly, and the index times a number of workers more than an int.
        int[] huge = random.ints(OVERFLOWING, Integer.MAX_VALUE - 1_000, Integer.MAX_VALUE)
                .toArray();
        huge[0] -= (int) (1 - Math.abs(CheckedCensus.plain(huge, 0, huge.length) % 2));
        assertSum(huge, MANY_WORKERS);
        assertSum(huge, 2);
    }

    @Contract(
            points = 0,
            title = "An interrupted caller gets the whole sum",
            hint = "What does your code return when the wait for a worker is interrupted?",
            after = {
                "addsUpEveryLengthExactly",
                "thePartsArePutTogetherWithoutLoss",
                "aCallerThatIsInterruptedAtAnyMomentGetsTheWholeSum",
                "anInterruptAtAnyMomentIsKept"
            })
    void anInterruptedCallerGetsTheWholeSum() {
        Random random = new Random(CurrentCheck.seed());
        for (int length : new int[] {0, 1, 101, 70_001}) {
            int[] numbers = random.ints(length, 1, 1_000).toArray();
            for (int workers : new int[] {1, 2, 3, 8}) {
                Actor.start("T1", () -> {
                            Thread.currentThread().interrupt();
                            OptionalLong sum = summed(numbers, workers);
                            mustBeWhole(sum, CheckedCensus.plain(numbers, 0, length));
                            mustBeInterrupted(sum);
                        })
                        .join();
            }
        }
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
    void asManyThreadsTakePartAsAreAskedFor() throws InterruptedException {
        int[] numbers = new Random(CurrentCheck.seed()).ints(LARGE, 0, 1_000).toArray();
        long whole = CheckedCensus.cost(numbers);
        int beyondProcessors = Math.max(8, Runtime.getRuntime().availableProcessors() + 1);
        for (int workers : new int[] {1, 2, 3, beyondProcessors}) {
            List<CheckedCensus> seen = new ArrayList<>();
            // How many threads are alive at the same time depends on the load of the machine. That two add at the same
            // time is shown by exploration.
            while (seen.size() < CALLS || (inAll(seen, workers, whole) < workers && seen.size() < TRIES)) {
                seen.add(CheckedCensus.of(ParallelSum::sum, numbers, workers));
                CurrentCheck.progress();
            }
            judge(seen, workers, whole);
        }
        withTheCommonPoolBusy(numbers);
    }

    /**
     * Threads of the common pool are no workers: their number is that of the machine, and other code may keep them busy.
     * While they are, a sum that counts on them has the caller alone, whatever the machine does otherwise.
     */
    private static void withTheCommonPoolBusy(int[] numbers) throws InterruptedException {
        try (CheckedCensus.Busy busy = CheckedCensus.busyCommonPool()) {
            for (int length : new int[] {MANY, MANY + 1, LARGE}) {
                int[] some = Arrays.copyOf(numbers, length);
                for (int workers : new int[] {2, 3, 4, 8}) {
                    int started =
                            CheckedCensus.of(ParallelSum::sum, some, workers).inAll();
                    Expect.that(
                            started > 0,
                            Fault.NO_CONCURRENCY,
                            "%d workers were asked for, and the caller added %,d numbers alone, since no thread was"
                                    + " started, and those of the common pool had other work",
                            workers,
                            length);
                    CurrentCheck.progress();
                }
            }
        }
    }

    private static int callersPart(List<CheckedCensus> seen, int workers, long whole) {
        return seen.stream().anyMatch(one -> one.callerWorked(whole, workers)) ? 1 : 0;
    }

    private static int inAll(List<CheckedCensus> seen, int workers, long whole) {
        return most(seen, CheckedCensus::inAll) + callersPart(seen, workers, whole);
    }

    private static void judge(List<CheckedCensus> seen, int workers, long whole) {
        // Threads that take the next numbers when they are free do parts of any size. So the caller counts against a
        // class with too few threads only if it never took part, and with too many only if it always did.
        int callersSurePart = seen.stream().allMatch(one -> one.callerWorked(whole, workers)) ? 1 : 0;
        int atOnce = most(seen, CheckedCensus::atOnce) + callersPart(seen, workers, whole);
        int inAll = inAll(seen, workers, whole);
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
        for (int workers : new int[] {1, 2, 3, 4, 17}) {
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

    @Explore(
            points = 0,
            title = "A caller that is interrupted at any moment gets the whole sum",
            hint = "What does your code return when the wait for a worker is interrupted?",
            after = "thePartsArePutTogetherWithoutLoss")
    void aCallerThatIsInterruptedAtAnyMomentGetsTheWholeSum() {
        interruptedAtAnyMoment(sum -> mustBeWhole(sum, 4_321L));
    }

    @Explore(
            points = 0,
            title = "An interrupt at any moment is kept for the caller",
            fault = Fault.SWALLOWED_INTERRUPT,
            hint = "What is the caller's interrupt status after your catch block?",
            after = {"thePartsArePutTogetherWithoutLoss", "aCallerThatIsInterruptedAtAnyMomentGetsTheWholeSum"})
    void anInterruptAtAnyMomentIsKept() {
        interruptedAtAnyMoment(ParallelSumChecks::mustBeInterrupted);
    }

    private static void interruptedAtAnyMoment(Consumer<OptionalLong> expectation) {
        Rendezvous interrupted =
                new Rendezvous(2, Fault.HANG, "The caller was interrupted during a sum, and the sum never returns");
        Actor<Void> caller = Actor.start("T1", () -> {
            OptionalLong sum = summed(new int[] {1, 20, 300, 4_000}, 2);
            interrupted.meet();
            expectation.accept(sum);
        });
        caller.interrupt();
        interrupted.meet();
        caller.join();
    }

    @Explore(
            points = 0,
            title = "The workers do not meet at each number",
            executions = 3,
            steps = 300_000,
            fault = Fault.OVER_SERIALISED,
            hint = "What do the workers share while they add, and how often do they touch it?",
            after = {"thePartsArePutTogetherWithoutLoss", "twoWorkersAddAtTheSameTime"},
            mayBeLong = true)
    void theWorkersDoNotMeetAtEachNumber() {
        int[] zeros = new int[MEDIUM];
        Overlap overlap = Overlap.ofReads(LEAST_LENGTH, 2);
        Expect.equal(ParallelSum.sum(zeros, 2), 0L, Fault.WRONG_RESULT, "The sum of zeros");
        overlap.atMost();
        overlap.notEach("The workers took a lock, or changed a variable that they share, for each of the numbers");
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

    /** Returns the sum, or nothing if the call threw an unchecked exception, which an interrupted caller may get. */
    private static OptionalLong summed(int[] numbers, int workers) {
        try {
            return OptionalLong.of(ParallelSum.sum(numbers, workers));
        } catch (RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private static void mustBeWhole(OptionalLong sum, long expected) {
        if (sum.isPresent()) {
            Expect.equal(sum.getAsLong(), expected, Fault.WRONG_RESULT, "The sum that an interrupted caller got");
        }
    }

    /** Fails the check if an interrupted caller, which calls this, got a sum and lost its interrupt. */
    private static void mustBeInterrupted(OptionalLong sum) {
        Expect.that(
                sum.isEmpty() || Thread.interrupted(),
                Fault.SWALLOWED_INTERRUPT,
                "The caller was interrupted, got its sum, and its interrupt status is clear: the interrupt is lost");
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
