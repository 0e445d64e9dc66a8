package pool;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Round;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The contract of each call; then the pool under contention. */
@ChecksFor("08-semaphore-pool")
class SemaphorePoolChecks {
    /** Rounds under contention, enough to show a race that needs a rare overlap. */
    private static final int ROUNDS = 300;
    /** Calls of each thread in a round: long enough to overlap with the others. */
    private static final int CALLS = 40;

    @Contract(points = 1, title = "Connections are made when needed and used again", fault = Fault.OVER_CREATION)
    void makesWhenNeededAndUsesAgain() throws Exception {
        CheckedConnection.Factory factory = new CheckedConnection.Factory();
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(3, factory);
        SemaphorePool<CheckedConnection> other = new SemaphorePool<>(2, new CheckedConnection.Factory());
        assertThat(factory.made()).as("made before the first acquire()").isZero();
        assertThat(pool.capacity()).as("capacity()").isEqualTo(3);
        CheckedConnection first = pool.acquire();
        assertThat(factory.made()).as("made for one caller").isEqualTo(1);
        Expect.equal(pool.available(), 2, Fault.PERMIT_OFF_BY_ONE, "available() with 1 of 3 lent");
        pool.release(first);
        Expect.equal(pool.available(), 3, Fault.LEAKED_PERMIT, "available() with all back");
        CheckedConnection foreign = other.acquire();
        Expect.that(foreign != first, Fault.STATIC_SHARED, "One pool lent what another one had made");
        other.release(foreign);
        CheckedConnection again = pool.acquire();
        assertThat(again == first)
                .withFailMessage("One connection was idle, and another one was lent")
                .isTrue();
        CheckedConnection second = within(pool, 0, TimeUnit.SECONDS);
        CheckedConnection third = within(pool, Long.MIN_VALUE, TimeUnit.DAYS);
        String twice = "Three were acquired and none released, and two of the three are the same connection";
        Expect.that(second != again && third != again && third != second, Fault.DOUBLE_HAND_OUT, twice);
        Expect.equal(
                pool.available(),
                0,
                Fault.EQUALS_NOT_IDENTITY,
                "available() with 3 of 3 lent, which are equal but three");
        Expect.equal(other.available(), 2, Fault.STATIC_SHARED, "available() of another pool");
        for (CheckedConnection lent : List.of(second, again, third)) {
            try {
                pool.release(lent);
            } catch (IllegalArgumentException e) {
                String message =
                        "release() of a lent connection was refused: another one equals it, but is not the same";
                Expect.fail(Fault.EQUALS_NOT_IDENTITY, message);
            }
        }
        for (int i = 0; i < 3; i++) {
            CheckedConnection idle = i % 2 == 0 ? pool.acquire() : pool.acquire(1, TimeUnit.DAYS);
            assertThat(idle == first || idle == second || idle == third)
                    .withFailMessage("Three connections were idle, and another one was lent")
                    .isTrue();
        }
        assertThat(factory.made()).as("made by a pool of 3").isEqualTo(3);
        assertThat(pool.capacity()).as("capacity(), with all lent").isEqualTo(3);
    }

    @Contract(
            points = 1,
            title = "Only a connection that is lent is taken back",
            fault = Fault.OVER_RELEASE,
            hint = "What does your pool know of what it has lent?")
    void takesBackOnlyWhatIsLent() throws Exception {
        for (int capacity : new int[] {0, -1}) {
            assertRefused(
                    Fault.WRONG_RESULT, "a capacity of " + capacity, () -> new SemaphorePool<>(capacity, Object::new));
        }
        Throwable thrown = Expect.throwing(
                RuntimeException.class,
                Fault.WRONG_RESULT,
                "a factory that is null",
                () -> new SemaphorePool<>(1, null));
        assertThat(thrown).isInstanceOfAny(NullPointerException.class, IllegalArgumentException.class);
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(2, CheckedConnection::new);
        SemaphorePool<CheckedConnection> other = new SemaphorePool<>(2, CheckedConnection::new);
        assertRefused(Fault.OVER_RELEASE, "null", () -> pool.release(null));
        assertRefused(
                Fault.OVER_RELEASE, "a connection that no pool made", () -> pool.release(new CheckedConnection()));
        CheckedConnection one = pool.acquire();
        CheckedConnection two = pool.acquire();
        CheckedConnection foreign = other.acquire();
        assertRefused(
                Fault.EQUALS_NOT_IDENTITY,
                "a foreign connection that equals a lent one",
                () -> pool.release(new CheckedConnection()));
        assertRefused(Fault.EQUALS_NOT_IDENTITY, "another pool's connection", () -> pool.release(foreign));
        assertRefused(Fault.OVER_RELEASE, "null, with two lent", () -> pool.release(null));
        assertThat(pool.available())
                .as("available() after refusals, with 2 of 2 lent")
                .isZero();
        pool.release(one);
        assertRefused(
                Fault.OVER_RELEASE, "a connection that has come back, with an equal one lent", () -> pool.release(one));
        assertThat(pool.available())
                .as("available() with 1 of 2 lent, after a refusal")
                .isEqualTo(1);
        CheckedConnection third = pool.acquire();
        Expect.that(third == one, Fault.OVER_CREATION, "A connection lay idle, and another one was made");
        Expect.throwing(TimeoutException.class, "a third of two", () -> pool.acquire(0, TimeUnit.DAYS));
        // A connection may be given back by another thread than the borrower.
        Actor<Void> giver = Actor.start("T1", () -> pool.release(two));
        giver.mustEnd(Fault.NO_RELEASE_ON_EXCEPTION, "After a refusal and a timeout, release() never returns");
        pool.release(third);
        assertRefused(Fault.OVER_RELEASE, "a connection that has come back", () -> pool.release(two));
        assertThat(pool.available()).as("available() with all back").isEqualTo(2);
        other.release(foreign);
    }

    @Contract(
            points = 1,
            title = "A factory that fails costs no capacity",
            fault = Fault.LEAKED_PERMIT,
            hint = "What was taken before the factory was called?")
    void aFailingFactoryCostsNothing() throws Exception {
        RuntimeException broken = new IllegalCallerException("the database is down");
        Error worse = new AssertionError("the database is on fire");
        List<Supplier<CheckedConnection>> next = new ArrayList<>();
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(
                1,
                () -> next.isEmpty() ? new CheckedConnection() : next.remove(0).get());
        for (int i = 0; i < 6; i++) {
            Throwable failure = i % 3 == 0 ? broken : i % 3 == 1 ? worse : null;
            boolean timed = i >= 3;
            next.add(() -> failingWith(failure));
            Actor<Void> caller = Actor.start("T1", () -> {
                Throwable caught = Expect.throwing(
                        Throwable.class,
                        Fault.NO_RELEASE_ON_EXCEPTION,
                        "acquire() with a factory that " + (failure == null ? "returns null" : "throws"),
                        timed ? () -> pool.acquire(1, TimeUnit.DAYS) : pool::acquire);
                Expect.that(
                        failure == null ? caught instanceof IllegalStateException : caught == failure,
                        Fault.WRONG_RESULT,
                        failure == null
                                ? "The factory returned null, and the caller got no IllegalStateException"
                                : "The caller got something else than what the factory threw");
            });
            caller.mustEnd(
                    Fault.NO_RELEASE_ON_EXCEPTION, "After the factory failed, the capacity is gone: a caller waits");
            Expect.equal(pool.available(), 1, Fault.NO_RELEASE_ON_EXCEPTION, "available() after the factory failed");
        }
        Actor<CheckedConnection> last = Actor.call("T2", pool::acquire);
        last.mustEnd(Fault.NO_RELEASE_ON_EXCEPTION, "After the factory failed, the capacity is gone: a caller waits");
        pool.release(last.result());
    }

    @Contract(
            points = 1,
            title = "A slow factory delays only the caller that needs it",
            fault = Fault.LOCK_HELD_WHILE_BLOCKED,
            on = {On.PLATFORM, On.VIRTUAL})
    void aSlowFactoryDelaysOnlyItsCaller() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CheckedConnection.Factory factory = new CheckedConnection.Factory();
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(3, () -> {
            CheckedConnection connection = factory.get();
            // The second connection takes until the latch opens; the others are made at once.
            if (factory.made() == 2) {
                await(slow);
            }
            return connection;
        });
        CheckedConnection first = pool.acquire();
        Actor<CheckedConnection> patient = Actor.call("T1", pool::acquire);
        patient.mustSleep(Fault.WRONG_RESULT, "A connection was lent before the factory had made it");
        String message = "While the factory works for one caller, another one waits for the pool";
        Actor<CheckedConnection> second = Actor.call("T2", pool::acquire);
        second.mustEnd(message);
        Actor<Void> giver = Actor.start("T3", () -> pool.release(first));
        giver.mustEnd(message);
        Actor<CheckedConnection> third = Actor.call("T4", () -> pool.acquire(1, TimeUnit.DAYS));
        third.mustEnd(message);
        Actor<CheckedConnection> waiter = Actor.call("T5", pool::acquire);
        waiter.mustSleep(Fault.OVER_CREATION, "Two are lent and one is being made, and a pool of 3 lent another");
        Actor<Integer> asker = Actor.call("T6", () -> pool.available() + pool.capacity());
        asker.mustEnd(message);
        pool.release(second.result());
        waiter.mustEnd(Fault.LOST_WAKEUP, "A connection came back while the factory worked, and a waiter still waits");
        slow.countDown();
        pool.release(patient.result());
        pool.release(third.result());
        pool.release(waiter.result());
        Expect.equal(pool.available(), 3, Fault.LEAKED_PERMIT, "available() with all back");
    }

    @Contract(
            points = 0,
            title = "A waiting thread does not block calls that never wait",
            fault = Fault.LOCK_HELD_WHILE_BLOCKED,
            on = {On.PLATFORM, On.VIRTUAL})
    void aWaitingThreadBlocksNoOtherCall() throws Exception {
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(1, CheckedConnection::new);
        CheckedConnection only = pool.acquire();
        Actor<Boolean> waiter = Actor.interruptible("T1", pool::acquire);
        waiter.mustSleep(Fault.OVER_CREATION, "A second caller got a connection from a pool of 1");
        Actor<Boolean> timed = Actor.interruptible("T2", () -> within(pool, Long.MAX_VALUE, TimeUnit.NANOSECONDS));
        timed.mustSleep(Fault.BAD_TIMEOUT, "acquire(Long.MAX_VALUE, NANOSECONDS) did not wait");
        for (long timeout : new long[] {0, -1, Long.MIN_VALUE, 1, 1_700_000}) {
            String call = "acquire(" + timeout + ", NANOSECONDS)";
            Actor<Void> hasty = Actor.start(
                    "T3",
                    () -> Expect.throwing(
                            TimeoutException.class,
                            Fault.BAD_TIMEOUT,
                            call + " with all lent",
                            () -> pool.acquire(timeout, TimeUnit.NANOSECONDS)));
            hasty.mustEnd(Fault.BAD_TIMEOUT, call + " waits although its time is over");
        }
        Actor<Integer> asker = Actor.call("T4", () -> pool.available() + pool.capacity());
        asker.mustEnd("While one thread waits for a connection, calls that never wait do too");
        Actor<Void> giver = Actor.start("T5", () -> pool.release(only));
        giver.mustEnd("While one thread waits for a connection, a release waits too");
        // Which thread gets the connection does not matter here, only that none stays.
        for (Actor<Boolean> waiting : List.of(waiter, timed)) {
            waiting.interrupt();
            waiting.mustEnd(Fault.SWALLOWED_INTERRUPT, "A thread that was interrupted while it waited still waits");
        }
    }

    // The waiting threads race, so a wrong pool fails here only by chance; the exploration decides first.
    @Contract(
            points = 1,
            title = "A waiting thread gets a connection that comes back",
            fault = Fault.LOST_WAKEUP,
            on = {On.PLATFORM, On.VIRTUAL},
            after = {
                "SemaphorePoolScheduleChecks#oneConnectionIsLentToOneAtATime",
                "SemaphorePoolScheduleChecks#twoThatComeBackServeTwoWaiters"
            })
    void aWaitingThreadGetsAReturnedConnection() throws Exception {
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(2, CheckedConnection::new);
        CheckedConnection one = pool.acquire();
        CheckedConnection two = pool.acquire();
        Actor<CheckedConnection> waiter = Actor.call("T1", pool::acquire);
        waiter.mustSleep(Fault.OVER_CREATION, "A third caller got a connection from a pool of 2");
        Actor<CheckedConnection> second = Actor.call("T2", pool::acquire);
        second.mustSleep(Fault.OVER_CREATION, "A fourth caller got a connection from a pool of 2");
        pool.release(one);
        pool.release(two);
        waiter.mustEnd("Two connections came back, two callers waited, and one of them still waits");
        second.mustEnd("Two connections came back, two callers waited, and one of them still waits");
        Expect.that(
                waiter.result() != second.result(), Fault.DOUBLE_HAND_OUT, "One connection was lent to two callers");
        pool.release(waiter.result());
        pool.release(second.result());
        Expect.equal(pool.available(), 2, Fault.LEAKED_PERMIT, "available() with all back");
    }

    @Contract(
            points = 1,
            title = "An interrupt ends the wait and takes no connection",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL},
            after = {
                "SemaphorePoolScheduleChecks#oneConnectionIsLentToOneAtATime",
                "SemaphorePoolScheduleChecks#twoThatComeBackServeTwoWaiters"
            })
    void interruptionEndsTheWaitAndTakesNothing() throws Exception {
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(1, CheckedConnection::new);
        Action untimed = pool::acquire;
        Action timed = () -> pool.acquire(1, TimeUnit.DAYS);
        Action endless = () -> pool.acquire(Long.MAX_VALUE, TimeUnit.DAYS);
        for (Action call : new Action[] {untimed, timed, endless}) {
            Actor<Void> early = Actor.start("T1", () -> {
                Thread.currentThread().interrupt();
                assertInterrupted("acquire() by a thread that was interrupted before", call);
            });
            early.mustEnd("A thread that was interrupted before waits");
            Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() after an interrupted call");
        }
        CheckedConnection only = pool.acquire();
        Actor<CheckedConnection> other = Actor.call("T2", pool::acquire);
        other.mustSleep(Fault.OVER_CREATION, "A second caller got a connection from a pool of 1");
        for (Action call : new Action[] {untimed, timed, endless}) {
            Actor<Boolean> waiter = Actor.interruptible("T3", call);
            waiter.mustSleep(
                    call == untimed ? Fault.OVER_CREATION : Fault.BAD_TIMEOUT,
                    "A call that should wait returned with all connections lent");
            waiter.interrupt();
            waiter.mustEnd("A thread that was interrupted while it waited still waits");
            Expect.that(waiter.result(), "A wait was interrupted, and the call did not throw InterruptedException");
            other.mustSleep(Fault.IF_NOT_WHILE, "One wait was interrupted, and another ended with nothing free");
        }
        pool.release(only);
        other.mustEnd(
                Fault.SWALLOWED_WAKEUP, "A connection came back, and a caller beside interrupted ones still waits");
        pool.release(other.result());
        Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() after two interrupted waiters");
        Expect.that(pool.acquire() == only, Fault.LEAKED_PERMIT, "The idle connection was not lent again");
    }

    // ---- The real machine

    @Stress(points = 0, title = "No connection is lent twice or lost under contention", fault = Fault.DOUBLE_HAND_OUT)
    void itKeepsItsBooksUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            int capacity = 1 + round.number() % 3;
            CheckedConnection.Factory factory = new CheckedConnection.Factory();
            SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(capacity, factory);
            round.inParallel(round.threads(), index -> {
                for (int i = 0; i < CALLS; i++) {
                    CheckedConnection connection;
                    try {
                        connection = (index + i) % 3 == 0 ? pool.acquire(1 + i, TimeUnit.MICROSECONDS) : pool.acquire();
                    } catch (TimeoutException e) {
                        continue;
                    }
                    Expect.that(connection != null, Fault.WRONG_RESULT, "acquire() returned null");
                    Expect.equal(connection.users.enter(), 1, "Borrowers of one connection");
                    Round.pause();
                    connection.users.leave();
                    pool.release(connection);
                }
            });
            Expect.that(
                    factory.made() <= capacity,
                    Fault.OVER_CREATION,
                    "A pool of %d made %d connections",
                    capacity,
                    factory.made());
            Expect.equal(pool.available(), capacity, Fault.LEAKED_PERMIT, "available() with all back");
        });
    }

    private static CheckedConnection failingWith(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return null;
    }

    /** Acquires a connection that is free or comes back in time. */
    private static CheckedConnection within(SemaphorePool<CheckedConnection> pool, long timeout, TimeUnit unit)
            throws InterruptedException {
        try {
            return pool.acquire(timeout, unit);
        } catch (TimeoutException e) {
            Expect.fail(
                    Fault.BAD_TIMEOUT,
                    "acquire(%d, %s) gave up, and its time was not over or one was free",
                    timeout,
                    unit);
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("no thread interrupts this one", e);
        }
    }

    private static void assertRefused(Fault fault, String what, Action call) {
        Expect.throwing(IllegalArgumentException.class, fault, "for " + what, call);
    }

    private static void assertInterrupted(String what, Action call) {
        Expect.throwing(InterruptedException.class, Fault.SWALLOWED_INTERRUPT, what, call);
    }
}
