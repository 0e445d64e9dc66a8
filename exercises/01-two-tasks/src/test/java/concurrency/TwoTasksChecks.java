package concurrency;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Clock;
import bouncer.checks.Contract;
import bouncer.checks.CurrentCheck;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Rendezvous;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Two tasks overlap, both have ended when runBoth returns, and exceptions and interrupts reach the caller. */
@ChecksFor("01-two-tasks")
class TwoTasksChecks {
    private static final Runnable NOTHING = () -> {};
    /** Calls at the same time: a class with one lock, or a pool of few threads, for all calls lets them wait. */
    private static final int CALLERS = 2;
    /** Calls inside tasks: tasks that wait for tasks of the same pool take all of its threads. */
    private static final int DEPTH = 4;
    /** A tower of calls, each inside a task of the one below it. */
    private static final int TOWER = 20;
    /** The time of a task: no multiple of a time after which a caller that polls looks again. */
    private static final long UNEVEN_NANOS = 2_345_678_901L;

    @Contract(
            points = 2,
            title = "Both tasks run at the same time",
            fault = Fault.NO_CONCURRENCY,
            on = {On.PLATFORM, On.VIRTUAL},
            hint = "What begins a thread?")
    void eachTaskMayWaitForTheOther() throws InterruptedException {
        Rendezvous both = new Rendezvous(2, "One task waits for the other, which never begins");
        boolean[] ran = new boolean[2];
        TwoTasks.runBoth(
                () -> {
                    both.meet();
                    ran[0] = true;
                },
                () -> {
                    both.meet();
                    ran[1] = true;
                });
        assertThat(ran).as("which tasks ran to their end").containsExactly(true, true);
    }

    @Contract(
            points = 1,
            title = "runBoth returns when both tasks have ended, and not before",
            on = {On.PLATFORM, On.VIRTUAL})
    void itReturnsWhenBothHaveEnded() {
        for (boolean firstIsLong : new boolean[] {true, false}) {
            for (boolean otherIsLong : new boolean[] {false, true}) {
                CountDownLatch otherEnds = new CountDownLatch(otherIsLong ? 1 : 0);
                CountDownLatch end = new CountDownLatch(1);
                Actor<Void> caller = Actor.start(
                        "T1", () -> runBoth(firstIsLong, () -> awaitQuietly(end), () -> awaitQuietly(otherEnds)));
                caller.mustSleep("runBoth returned although a task was still running");
                otherEnds.countDown();
                caller.mustSleep("runBoth returned although one task was still running");
                end.countDown();
                caller.mustEnd(Fault.LOST_WAKEUP, "Both tasks have ended, and runBoth does not return");
            }
        }
    }

    @Contract(
            points = 1,
            title = "The caller gets what a task throws",
            hint = "An exception ends only the thread that throws it. What brings it to the caller?")
    void whatATaskThrowsReachesTheCaller() throws InterruptedException {
        for (boolean first : new boolean[] {true, false}) {
            for (Throwable thrown : new Throwable[] {new IllegalStateException("early"), new AssertionError("early")}) {
                for (Throwable later : new Throwable[] {null, new IllegalArgumentException("late")}) {
                    bothRunToTheirEnds(first, thrown, later);
                }
            }
        }
        List<Throwable> earlier = new ArrayList<>();
        for (CheckedEnds ends : CheckedEnds.all()) {
            ends.mustReachTheCaller(caughtFrom(ends), earlier);
            earlier.add(ends.first());
            earlier.add(ends.second());
            earlier.removeIf(Objects::isNull);
            CurrentCheck.progress();
        }
        Error inner = new Error("inner");
        Throwable[] caughtInside = new Throwable[1];
        Throwable leaked = caughtFrom(() -> TwoTasks.runBoth(
                () -> caughtInside[0] = caughtFrom(() -> TwoTasks.runBoth(() -> CheckedEnds.raise(inner), NOTHING)),
                NOTHING));
        Expect.that(
                caughtInside[0] == inner, Fault.WRONG_RESULT, "A call inside a task did not throw what its task threw");
        Expect.that(leaked == null, Fault.STATIC_SHARED, "A call threw what the task of another call had thrown");
        // What reaches the caller of a task that throws a checked exception is open, but the call ends.
        caughtFrom(new CheckedEnds(new IOException("checked"), null));
        caughtFrom(new CheckedEnds(null, new Exception("checked")));
    }

    /** One task throws, and the other ends later: the caller waits for both, and gets what both threw. */
    private static void bothRunToTheirEnds(boolean inOrder, Throwable thrown, Throwable later) {
        boolean[] ran = new boolean[1];
        CountDownLatch end = new CountDownLatch(1);
        Actor<Throwable> caller = Actor.call(
                "T1",
                () -> caughtFrom(() -> runBoth(inOrder, () -> CheckedEnds.raise(thrown), () -> {
                    awaitQuietly(end);
                    ran[0] = !Thread.interrupted();
                    CheckedEnds.raise(later);
                })));
        caller.mustSleep("One task threw, and runBoth ended although the other one was still running");
        end.countDown();
        caller.mustEnd("One task threw, and runBoth never ended");
        CheckedEnds ends = new CheckedEnds(thrown, later);
        ends.mustReachTheCaller(caller.result(), List.of());
        Expect.that(ran[0], "One task threw, and the other did not run to its end");
    }

    /** Calls runBoth with tasks that end so, and returns what the caller got. */
    private static Throwable caughtFrom(CheckedEnds ends) {
        int[] runs = new int[2];
        Throwable caught = caughtFrom(() -> TwoTasks.runBoth(
                () -> {
                    runs[0]++;
                    CheckedEnds.raise(ends.first());
                },
                () -> {
                    runs[1]++;
                    CheckedEnds.raise(ends.second());
                }));
        for (int times : runs) {
            Expect.that(times == 1, Fault.WRONG_RESULT, "A task that throws ran %d times in one call", times);
        }
        return caught;
    }

    @Contract(
            points = 1,
            title = "An interrupted caller gets an InterruptedException at once",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL})
    void anInterruptedCallerGetsItsExceptionAtOnce() throws InterruptedException {
        for (boolean before : new boolean[] {false, true}) {
            for (boolean firstIsLong : new boolean[] {true, false}) {
                interruptedWhile(before, firstIsLong, NOTHING, false);
                interruptedWhile(before, firstIsLong, () -> CheckedEnds.raise(new AssertionError("early")), false);
                interruptedWhile(before, firstIsLong, NOTHING, true);
            }
        }
    }

    /** Interrupts a caller before or during a call, one task of which is long; the other is so, too, or ends early. */
    private static void interruptedWhile(boolean before, boolean firstIsLong, Runnable other, boolean bothAreLong)
            throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<Thread> self = new AtomicReference<>();
        // The caller may run one of the tasks. If that is the only long one, the caller does not wait for the other.
        AtomicBoolean waits = new AtomicBoolean(bothAreLong);
        CountDownLatch begun = new CountDownLatch(1);
        Runnable task = () -> {
            waits.compareAndSet(false, Thread.currentThread() != self.get());
            begun.countDown();
            awaitQuietly(end);
        };
        AtomicBoolean kept = new AtomicBoolean();
        Actor<Boolean> caller = Actor.call("T1", () -> {
            self.set(Thread.currentThread());
            if (before) {
                Thread.currentThread().interrupt();
            }
            Throwable caught = caughtFrom(() -> runBoth(firstIsLong, task, bothAreLong ? task : other));
            kept.set(Thread.interrupted());
            return caught instanceof InterruptedException;
        });
        if (!before) {
            begun.await();
            caller.mustSleep(Fault.WRONG_RESULT, "runBoth returned although one task was still running");
            caller.interrupt();
        }
        caller.mustEnd(
                before
                        ? "The caller had been interrupted before it called, and waits for a task"
                        : "The caller was interrupted while it waited, and still waits");
        end.countDown();
        Expect.that(
                caller.result() || !waits.get() && kept.get(),
                before
                        ? "The caller had been interrupted before it called, and got no InterruptedException"
                        : "The caller was interrupted while it waited, and got no InterruptedException");
    }

    @Contract(
            points = 1,
            title = "Calls inside tasks and calls at the same time do not disturb each other",
            fault = Fault.NO_CONCURRENCY,
            hint = "What do two calls share in your class?")
    void callsAreIndependent() throws InterruptedException {
        Rendezvous all = new Rendezvous(
                CALLERS << DEPTH, "Calls inside tasks and calls at the same time wait for each other and never end");
        inParallel(CALLERS, index -> nest(DEPTH, all::meet));
        for (boolean first : new boolean[] {true, false}) {
            throwsBesideAnother(first);
            interruptedBesideAnother(first);
        }
        for (Throwable thrown : CheckedEnds.throwables()) {
            new CheckedEnds(thrown, null).mustReachTheCaller(caughtFrom(() -> tower(TOWER, thrown)), List.of());
        }
        noInterruptIsLeftBehind();
    }

    private static void throwsBesideAnother(boolean first) throws InterruptedException {
        Error thrown = new AssertionError("of one call");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Actor<Throwable> other = Actor.call(
                "T1",
                () -> caughtFrom(() -> runBoth(
                        first,
                        () -> {
                            begun.countDown();
                            awaitQuietly(end);
                        },
                        NOTHING)));
        begun.await();
        Throwable caught = caughtFrom(() -> runBoth(first, () -> CheckedEnds.raise(thrown), NOTHING));
        end.countDown();
        new CheckedEnds(thrown, null).mustReachTheCaller(caught, List.of());
        Expect.that(
                other.result() == null,
                Fault.STATIC_SHARED,
                "A call threw what the task of another call at the same time had thrown");
    }

    private static void interruptedBesideAnother(boolean first) {
        CountDownLatch end = new CountDownLatch(1);
        Action call = () -> runBoth(first, () -> awaitQuietly(end), () -> awaitQuietly(end));
        Actor<Throwable> other = Actor.call("T1", () -> caughtFrom(call));
        Actor<Throwable> interrupted = Actor.call("T2", () -> caughtFrom(call));
        other.mustSleep(Fault.WRONG_RESULT, "runBoth returned although both tasks were still running");
        interrupted.mustSleep(Fault.WRONG_RESULT, "runBoth returned although both tasks were still running");
        interrupted.interrupt();
        interrupted.mustEnd(Fault.SWALLOWED_INTERRUPT, "The caller was interrupted while it waited, and still waits");
        other.mustSleep(Fault.STATIC_SHARED, "The caller of another call was interrupted, and this one returned early");
        end.countDown();
        Expect.that(
                other.result() == null,
                Fault.STATIC_SHARED,
                "A call threw an exception because the caller of another call had been interrupted");
    }

    /** A task may leave its thread interrupted; the tasks of later calls do not find that. */
    private static void noInterruptIsLeftBehind() {
        caughtFrom(() -> TwoTasks.runBoth(
                () -> Thread.currentThread().interrupt(),
                () -> Thread.currentThread().interrupt()));
        Thread.interrupted(); // of the caller, if it ran a task itself
        boolean[] found = new boolean[2];
        Throwable caught = caughtFrom(
                () -> TwoTasks.runBoth(() -> found[0] = Thread.interrupted(), () -> found[1] = Thread.interrupted()));
        Expect.that(
                caught == null && !found[0] && !found[1],
                Fault.STATIC_SHARED,
                "A call was disturbed by an interrupt of a thread that had run a task of an earlier one");
    }

    private static void tower(int height, Throwable thrown) throws InterruptedException {
        Runnable above = () -> {
            if (height == 1) {
                CheckedEnds.raise(thrown);
            }
            try {
                tower(height - 1, thrown);
            } catch (InterruptedException e) {
                throw new AssertionError("no thread interrupts this task", e);
            }
        };
        try {
            runBoth(height % 2 == 0, above, NOTHING);
        } finally {
            CurrentCheck.progress();
        }
    }

    @Explore(
            points = 1,
            title = "What the tasks wrote is visible after runBoth",
            fault = Fault.UNLOCKED_READ,
            hint = "What orders the end of a thread before what you read then?")
    void whatTheTasksWroteIsVisible() throws InterruptedException {
        int[] box = {1, 1};
        TwoTasks.runBoth(() -> box[0]++, () -> box[1]++);
        assertThat(box).as("what two tasks wrote").containsExactly(2, 2);
    }

    @Explore(
            points = 0,
            title = "What the tasks wrote before they threw is visible, too",
            fault = Fault.UNLOCKED_READ,
            hint = "What orders the end of a thread before what you read then, also if its task throws?",
            after = {"whatTheTasksWroteIsVisible", "whatATaskThrowsReachesTheCaller"})
    void whatTheTasksWroteBeforeTheyThrewIsVisible() {
        int[] box = {1, 1};
        CheckedEnds ends = new CheckedEnds(new IllegalStateException("one"), new AssertionError("other"));
        Throwable caught = caughtFrom(() -> TwoTasks.runBoth(
                () -> {
                    box[0]++;
                    CheckedEnds.raise(ends.first());
                },
                () -> {
                    box[1]++;
                    CheckedEnds.raise(ends.second());
                }));
        assertThat(box).as("what two tasks wrote before they threw").containsExactly(2, 2);
        ends.mustReachTheCaller(caught, List.of());
    }

    @Explore(
            points = 0,
            title = "An interrupt that comes while the tasks end is not lost",
            fault = Fault.SWALLOWED_INTERRUPT,
            hint = "Which of your catch blocks goes on as if nothing had happened?",
            after = {"whatTheTasksWroteIsVisible", "anInterruptedCallerGetsItsExceptionAtOnce"})
    void anInterruptWhileTheTasksEndIsNotLost() {
        int[] box = {1, 1};
        Rendezvous interrupted =
                new Rendezvous(2, "The caller was interrupted while the tasks ended, and never returns");
        Actor<Boolean> caller = Actor.call("T1", () -> {
            Throwable caught = caughtFrom(() -> TwoTasks.runBoth(() -> box[0]++, () -> box[1]++));
            if (caught == null) {
                assertThat(box).as("what two tasks wrote").containsExactly(2, 2);
            }
            interrupted.meet();
            return caught instanceof InterruptedException || Thread.interrupted();
        });
        caller.interrupt();
        interrupted.meet();
        Expect.that(
                caller.result(),
                "The caller was interrupted, got no InterruptedException, and its interrupt status is clear");
    }

    @Explore(
            points = 0,
            title = "The end of the tasks wakes the caller",
            steps = 60_000,
            fault = Fault.SLEEP_POLLING,
            hint = "What wakes the waiting caller: the end of a task, or a clock?",
            after = "whatTheTasksWroteIsVisible")
    void theEndOfTheTasksWakesTheCaller() throws InterruptedException {
        for (long nanos : new long[] {UNEVEN_NANOS, TimeUnit.DAYS.toNanos(1)}) {
            long[] ended = new long[2];
            TwoTasks.runBoth(
                    () -> {
                        Clock.sleep(nanos, TimeUnit.NANOSECONDS);
                        ended[0] = Clock.nanoTime();
                    },
                    () -> {
                        Clock.sleep(nanos / 2, TimeUnit.NANOSECONDS);
                        ended[1] = Clock.nanoTime();
                    });
            if (ended[0] == 0 || ended[1] == 0) {
                return; // It did not poll but returned early, which another check reports.
            }
            long late = (Clock.nanoTime() - Math.max(ended[0], ended[1])) / 1_000;
            Expect.that(late < 1, "Both tasks had ended, and the caller noticed %d µs later, by its clock", late);
        }
    }

    @Explore(
            points = 1,
            title = "runBoth waits, however long a task takes",
            fault = Fault.SLEEP_AS_SYNCHRONISATION,
            hint = "How long does a task take?",
            after = "theEndOfTheTasksWakesTheCaller")
    void itWaitsHoweverLongATaskTakes() throws InterruptedException {
        boolean[] ran = new boolean[2];
        TwoTasks.runBoth(
                () -> {
                    Clock.sleep(2, TimeUnit.DAYS);
                    ran[0] = true;
                },
                () -> {
                    Clock.sleep(1, TimeUnit.DAYS);
                    ran[1] = true;
                });
        Expect.that(
                ran[0] && ran[1],
                "runBoth returned before its two tasks had ended, which take a day and two (first ended: %s, second: %s)",
                ran[0],
                ran[1]);
        for (boolean first : new boolean[] {true, false}) {
            longer(first);
        }
    }

    private static void longer(boolean first) {
        boolean[] longer = new boolean[1];
        CheckedEnds early = new CheckedEnds(new IllegalStateException("early"), null);
        Throwable caught = caughtFrom(() -> runBoth(first, () -> CheckedEnds.raise(early.first()), () -> {
            Clock.sleep(1, TimeUnit.DAYS);
            longer[0] = true;
        }));
        early.mustReachTheCaller(caught, List.of());
        assertThat(longer[0])
                .withFailMessage("One task threw, and runBoth ended before the other one had, which takes a day")
                .isTrue();
    }

    private static void nest(int depth, Runnable leaf) throws InterruptedException {
        if (depth == 0) {
            leaf.run();
        } else {
            Runnable inner = () -> {
                try {
                    nest(depth - 1, leaf);
                } catch (InterruptedException e) {
                    throw new AssertionError("no thread interrupts this task", e);
                }
            };
            TwoTasks.runBoth(inner, inner);
        }
    }

    private static void runBoth(boolean inOrder, Runnable one, Runnable other) throws InterruptedException {
        TwoTasks.runBoth(inOrder ? one : other, inOrder ? other : one);
    }

    private static Throwable caughtFrom(Action action) {
        try {
            action.run();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }

    /** Waits for the latch. An interrupt, which an interrupted caller may pass on to its tasks, ends the wait too. */
    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
