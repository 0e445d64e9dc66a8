package concurrency;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Clock;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Rendezvous;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Two tasks overlap, both have ended when runBoth returns, and exceptions and interrupts reach the caller. */
@ChecksFor("01-two-tasks")
class TwoTasksChecks {
    private static final Runnable NOTHING = () -> {};
    /** Calls at the same time: a class with one lock, or a pool of few threads, for all calls lets them wait. */
    private static final int CALLERS = 4;
    /** Calls inside tasks: tasks that wait for tasks of the same pool take all of its threads. */
    private static final int DEPTH = 2;

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
            CountDownLatch end = new CountDownLatch(1);
            Runnable task = () -> awaitQuietly(end);
            Actor<Void> caller = Actor.start("T1", () -> runBoth(firstIsLong, task, NOTHING));
            caller.mustSleep("runBoth returned although one task was still running");
            end.countDown();
            caller.mustEnd(Fault.LOST_WAKEUP, "Both tasks have ended, and runBoth does not return");
        }
    }

    @Contract(
            points = 1,
            title = "The caller gets what a task throws",
            hint = "An exception ends only the thread that throws it. What brings it to the caller?")
    void whatATaskThrowsReachesTheCaller() throws InterruptedException {
        for (boolean first : new boolean[] {true, false}) {
            for (Throwable thrown : new Throwable[] {new IllegalStateException("one"), new AssertionError("one")}) {
                boolean[] ran = new boolean[1];
                CountDownLatch end = new CountDownLatch(1);
                Actor<Void> caller = Actor.start("T1", () -> {
                    Throwable caught = caughtFrom(() -> runBoth(first, () -> raise(thrown), () -> {
                        awaitQuietly(end);
                        ran[0] = !Thread.interrupted();
                    }));
                    assertIsSame(thrown, caught);
                    Expect.that(ran[0], "One task threw, and the other did not run to its end");
                });
                caller.mustSleep("runBoth ended although one task was still running");
                end.countDown();
                caller.mustEnd("One task threw, and runBoth never ended");
            }
        }
        RuntimeException one = new IllegalStateException("one");
        Error other = new AssertionError("other");
        Throwable caught = caughtFrom(() -> TwoTasks.runBoth(() -> raise(one), () -> raise(other)));
        Expect.that(caught == one || caught == other, "Both threw, and the caller got neither");
        Throwable suppressed = caught == one ? other : one;
        Expect.that(
                List.of(caught.getSuppressed()).contains(suppressed),
                "Both tasks threw, and what the second one threw is not suppressed in what the caller got: it is lost");
        Error inner = new Error("inner");
        Throwable[] caughtInside = new Throwable[1];
        Throwable leaked = caughtFrom(() -> TwoTasks.runBoth(
                () -> caughtInside[0] = caughtFrom(() -> TwoTasks.runBoth(() -> raise(inner), NOTHING)), NOTHING));
        Expect.that(caughtInside[0] == inner, "A call inside a task did not throw what its task threw");
        Expect.that(leaked == null, Fault.STATIC_SHARED, "A call threw what the task of another call had thrown");
    }

    @Contract(
            points = 1,
            title = "An interrupted caller gets an InterruptedException at once",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL})
    void anInterruptedCallerGetsItsExceptionAtOnce() throws InterruptedException {
        for (boolean firstIsLong : new boolean[] {true, false}) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            AtomicReference<Thread> runner = new AtomicReference<>();
            AtomicReference<Thread> self = new AtomicReference<>();
            Runnable task = () -> {
                runner.set(Thread.currentThread());
                begun.countDown();
                awaitQuietly(end);
            };
            Actor<Boolean> caller = Actor.call("T1", () -> {
                self.set(Thread.currentThread());
                return caughtFrom(() -> runBoth(firstIsLong, task, NOTHING)) instanceof InterruptedException;
            });
            begun.await();
            if (runner.get() == self.get()) {
                // This caller runs the long task itself, so it does not wait now; it will when the other task is the
                // long one.
                end.countDown();
                caller.join();
                continue;
            }
            caller.mustSleep(Fault.WRONG_RESULT, "runBoth returned although one task was still running");
            caller.interrupt();
            caller.mustEnd("The caller was interrupted while it waited, and still waits");
            end.countDown();
            assertThat(caller.result())
                    .withFailMessage("The caller was interrupted while it waited, and got no InterruptedException")
                    .isTrue();
        }
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
            Throwable caught = caughtFrom(() -> runBoth(first, () -> raise(thrown), NOTHING));
            end.countDown();
            assertIsSame(thrown, caught);
            Expect.that(
                    other.result() == null,
                    Fault.STATIC_SHARED,
                    "A call threw what the task of another call at the same time had thrown");
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
            points = 1,
            title = "runBoth waits, however long a task takes",
            fault = Fault.SLEEP_AS_SYNCHRONISATION,
            hint = "How long does a task take?")
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
        boolean[] longer = new boolean[1];
        RuntimeException early = new IllegalStateException("early");
        Throwable caught = caughtFrom(() -> TwoTasks.runBoth(() -> raise(early), () -> {
            Clock.sleep(1, TimeUnit.DAYS);
            longer[0] = true;
        }));
        assertIsSame(early, caught);
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

    private static void assertIsSame(Throwable thrown, Throwable caught) {
        Expect.that(
                caught == thrown,
                Fault.WRONG_RESULT,
                "A task threw an %s, and the caller got %s",
                thrown.getClass().getSimpleName(),
                caught == null
                        ? "nothing"
                        : (caught.getClass() == thrown.getClass() ? "another " : "")
                                + caught.getClass().getSimpleName());
    }

    private static void raise(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
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
