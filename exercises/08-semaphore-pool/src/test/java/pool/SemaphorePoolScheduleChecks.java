package pool;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Clock;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import bouncer.checks.IdentityHashes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The pool in every schedule that matters: which thread gets which connection, which is woken, and what a failure
 * leaves behind.
 */
@ChecksFor("08-semaphore-pool")
class SemaphorePoolScheduleChecks {
    /** No multiple of a usual interval: detects classes that poll, whose waiting threads notice only later. */
    private static final int WAIT_MICROS = 9_997_321;
    /** In microseconds, so that classes which take every timeout for milliseconds wait too long. */
    private static final int TIMEOUT_MICROS = 100_000;
    /** Virtual time that passes only if a thread waited by the clock, as in classes that poll. */
    private static final long POLLING_NANOS = 1_000_000;

    private final Gauge made = new Gauge();
    private final Gauge lent = new Gauge();

    @Explore(
            points = 1,
            title = "One connection is lent to one thread at a time",
            fault = Fault.DOUBLE_HAND_OUT,
            hint = "What keeps two threads apart inside the pool?")
    void oneConnectionIsLentToOneAtATime() {
        SemaphorePool<CheckedConnection> pool = pool(1);
        long start = Clock.nanoTime();
        inParallel(() -> use(pool, pool.acquire()), () -> use(pool, pool.acquire()));
        assertKept(pool, 1, start);
    }

    @Explore(
            points = 1,
            title = "Two connections serve three threads",
            fault = Fault.DOUBLE_HAND_OUT,
            hint = "A semaphore with N permits lets N threads in at once.")
    void twoConnectionsServeThree() {
        SemaphorePool<CheckedConnection> pool = pool(2);
        long start = Clock.nanoTime();
        inParallel(3, index -> use(pool, index == 0 ? pool.acquire(1, TimeUnit.DAYS) : pool.acquire()));
        assertKept(pool, 2, start);
    }

    @Explore(
            points = 1,
            title = "Pools never wait for each other",
            fault = Fault.STATIC_SHARED,
            hint = "What do two pools share?")
    void onePoolNeverWaitsForAnother() {
        List<SemaphorePool<CheckedConnection>> own = List.of(pool(1), pool(1));
        inParallel(2, index -> {
            String message = "A thread that is alone with its pool waits for one that uses another pool";
            Expect.noWait(message, () -> {
                use(own.get(index), own.get(index).acquire());
                use(own.get(index), own.get(index).acquire(1, TimeUnit.DAYS));
                own.get(index).available();
            });
        });
    }

    @Explore(points = 1, title = "A connection comes back once only", fault = Fault.CHECK_THEN_ACT)
    void oneConnectionComesBackOnce() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(2);
        CheckedConnection connection = pool.acquire();
        int[] refused = new int[2];
        inParallel(2, index -> {
            try {
                pool.release(connection);
            } catch (IllegalArgumentException e) {
                refused[index] = 1;
            }
        });
        Expect.equal(refused[0] + refused[1], 1, "Refusals, when two give back the same connection");
        Expect.equal(pool.available(), 2, Fault.OVER_RELEASE, "available() with all back");
        Expect.that(pool.acquire() != pool.acquire(), Fault.DOUBLE_HAND_OUT, "One connection was lent twice");
    }

    @Explore(
            points = 0,
            title = "Connections with the same identity hash are distinguished",
            fault = Fault.EQUALS_NOT_IDENTITY,
            hint = "Are two things with the same identity hash the same?")
    void equalHashCodesDoNotMixConnections() throws Exception {
        IdentityHashes.collide();
        SemaphorePool<CheckedConnection> pool = pool(2);
        CheckedConnection one = pool.acquire();
        CheckedConnection two = pool.acquire();
        Expect.throwing(
                IllegalArgumentException.class,
                "release() of a foreign connection with the identity hash of a lent one",
                () -> pool.release(new CheckedConnection()));
        pool.release(one);
        pool.release(two);
        Expect.equal(pool.available(), 2, "available() with all back");
        Expect.that(pool.acquire() != pool.acquire(), Fault.DOUBLE_HAND_OUT, "One connection was lent twice");
    }

    @Explore(
            points = 1,
            title = "After a failure of the factory the next thread can try",
            fault = Fault.NO_RELEASE_ON_EXCEPTION,
            hint = "Which thread waits for the capacity that a failure frees?")
    void aFailureLetsTheNextOneTry() {
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(1, () -> {
            if (made.enter() == 1) {
                throw new IllegalCallerException("the database is down");
            }
            return new CheckedConnection();
        });
        int[] failures = new int[2];
        long start = Clock.nanoTime();
        inParallel(2, index -> {
            try {
                use(pool, pool.acquire());
            } catch (IllegalCallerException e) {
                failures[index] = 1;
            }
        });
        Expect.equal(failures[0] + failures[1], 1, "Callers that got the only failure");
        assertKept(pool, 2, start);
    }

    @Explore(
            points = 0,
            title = "Two failures at the same time cost no capacity",
            fault = Fault.LOST_UPDATE,
            hint = "Which other thread changes the state of the pool at the same time?")
    void failuresAtTheSameTimeAreBothCounted() throws Exception {
        SemaphorePool<CheckedConnection> pool = new SemaphorePool<>(2, () -> {
            throw new IllegalCallerException("the database is down");
        });
        inParallel(
                2,
                index -> Expect.throwing(
                        IllegalCallerException.class,
                        Fault.NO_RELEASE_ON_EXCEPTION,
                        "acquire() with a factory that throws",
                        pool::acquire));
        Expect.equal(pool.available(), 2, "available() after two failures at the same time");
    }

    @Explore(
            points = 0,
            title = "One connection serves two waiting threads",
            fault = Fault.NOTIFY_NOT_NOTIFYALL,
            hint = "Can the thread that you wake continue?")
    void oneConnectionServesTwoWaiters() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> one = Actor.start("T1", () -> use(pool, pool.acquire()));
        Actor<Void> two = Actor.start("T2", () -> use(pool, pool.acquire()));
        pool.release(connection);
        String message = "The connection came back, and both that want it still wait";
        one.mustEnd(message);
        two.mustEnd(message);
        Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() with all back");
    }

    @Explore(
            points = 0,
            title = "Two connections that come back serve two waiting threads",
            fault = Fault.LOST_WAKEUP,
            hint = "Does each connection that comes back wake a thread?")
    void twoThatComeBackServeTwoWaiters() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(2);
        CheckedConnection first = pool.acquire();
        CheckedConnection second = pool.acquire();
        Actor<CheckedConnection> one = Actor.call("T1", pool::acquire);
        Actor<CheckedConnection> two = Actor.call("T2", pool::acquire);
        pool.release(first);
        pool.release(second);
        String message = "Two connections came back, and one of the two that want one still waits";
        one.mustEnd(message);
        two.mustEnd(message);
        Expect.that(one.result() != two.result(), Fault.DOUBLE_HAND_OUT, "One connection was lent to two callers");
    }

    @Explore(
            points = 0,
            title = "A connection that comes back during a timeout is not lost",
            fault = Fault.SWALLOWED_WAKEUP,
            timeouts = true)
    void whatComesBackForAWaiterThatIsGoingIsFree() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> going = Actor.start("T1", () -> {
            try {
                use(pool, pool.acquire(1, TimeUnit.SECONDS));
            } catch (TimeoutException | InterruptedException e) {
                // Release, interrupt and timeout race: any may win, but nothing may be lost.
                return;
            }
        });
        assertFreeAfterwards(pool, connection, going);
    }

    @Explore(
            points = 0,
            title = "A connection that comes back during an interrupt is not lost",
            fault = Fault.SWALLOWED_WAKEUP)
    void whatComesBackForAnInterruptedWaiterIsFree() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> going = interruptible(pool);
        assertFreeAfterwards(pool, connection, going);
    }

    @Explore(
            points = 1,
            title = "A waiting thread that gives up loses no wake-up",
            fault = Fault.SWALLOWED_WAKEUP,
            timeouts = true)
    void aWaiterThatGivesUpTakesNothingWithIt() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> hasty = Actor.start("T1", () -> {
            try {
                use(pool, pool.acquire(1, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                // The timeout and the release race: either may win, but nothing may be lost.
                return;
            }
        });
        Actor<Void> patient = Actor.start("T2", () -> use(pool, pool.acquire()));
        pool.release(connection);
        hasty.join();
        patient.mustEnd("A waiting thread gave up, and the wake-up of the other one was lost");
        Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() with all back");
    }

    @Explore(points = 1, title = "An interrupted thread loses no wake-up", fault = Fault.SWALLOWED_WAKEUP)
    void anInterruptedWaiterTakesNothingWithIt() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> interrupted = interruptible(pool);
        Actor<Void> patient = Actor.start("T2", () -> use(pool, pool.acquire()));
        pool.release(connection);
        interrupted.interrupt();
        interrupted.join();
        patient.mustEnd("A waiting thread was interrupted, and the wake-up of the other one was lost");
        Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() with all back");
    }

    @Explore(
            points = 1,
            title = "available, capacity and spurious wake-ups change nothing",
            fault = Fault.UNLOCKED_READ,
            spurious = 1,
            hint = "Does every read of the pool's state take the lock?")
    void askingAndWakingForNoReasonChangeNothing() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> waiter = Actor.start("T1", () -> use(pool, pool.acquire()));
        Actor<Integer> asker = Actor.call("T2", () -> {
            int capacity = pool.capacity();
            pool.available();
            return capacity;
        });
        connection.uses++;
        pool.release(connection);
        waiter.join();
        assertThat(asker.result()).as("capacity()").isEqualTo(1);
        Expect.equal(made.most(), 1, Fault.IF_NOT_WHILE, "Connections made by a pool of 1");
    }

    @Explore(
            points = 1,
            title = "The timeout is counted from the call",
            fault = Fault.BAD_TIMEOUT,
            hint = "When is the time over, if another thread was quicker?")
    void theTimeIsCountedFromTheCall() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection connection = pool.acquire();
        Actor<Void> timed = Actor.start("T1", () -> {
            long start = Clock.nanoTime();
            try {
                use(pool, pool.acquire(TIMEOUT_MICROS, TimeUnit.MICROSECONDS));
                long millis = Clock.millisSince(start);
                Expect.that(millis <= 61, "One was free after 60 ms, and lent after %d", millis);
            } catch (TimeoutException e) {
                long millis = Clock.millisSince(start);
                Expect.that(millis >= 99 && millis <= 101, "acquire(100 ms) gave up after %d ms", millis);
            }
        });
        timed.mustSleep("acquire(100,000 µs) did not wait");
        Clock.sleep(60, TimeUnit.MILLISECONDS);
        pool.release(connection);
        try {
            CheckedConnection mine = pool.acquire(0, TimeUnit.SECONDS);
            Clock.sleep(200, TimeUnit.MILLISECONDS);
            pool.release(mine);
        } catch (TimeoutException e) {
            // The waiting thread was quicker.
        }
        timed.join();
    }

    @Explore(
            points = 0,
            title = "release wakes a waiting thread at once",
            fault = Fault.SLEEP_POLLING,
            hint = "What wakes a waiting thread: the release, or a clock?")
    void waitersAreWokenByTheReleaseAndNotByTheClock() throws Exception {
        SemaphorePool<CheckedConnection> pool = pool(1);
        CheckedConnection again = pool.acquire();
        Actor<Long> waiter = Actor.call("T2", () -> {
            use(pool, pool.acquire());
            return Clock.nanoTime();
        });
        waiter.mustSleep(Fault.OVER_CREATION, "A second caller got a connection from a pool of 1");
        long start = Clock.nanoTime();
        for (long timeout : new long[] {0, -1}) {
            Expect.throwing(
                    TimeoutException.class,
                    Fault.BAD_TIMEOUT,
                    "acquire(" + timeout + ", DAYS) with all lent",
                    () -> pool.acquire(timeout, TimeUnit.DAYS));
        }
        // On the virtual clock, time passes only while threads wait for it.
        long waited = (Clock.nanoTime() - start) / 1_000;
        Expect.that(waited < 1_000, Fault.BAD_TIMEOUT, "acquire(0) with all lent waited %d µs", waited);
        Clock.sleep(WAIT_MICROS, TimeUnit.MICROSECONDS);
        waiter.mustSleep(
                Fault.SLEEP_AS_SYNCHRONISATION,
                "A waiting thread continued after a while, as if the connection were back");
        long released = Clock.nanoTime();
        pool.release(again);
        long late = waiter.result() - released;
        Expect.that(late < 1_000, "A waiting thread noticed %d µs late, by its clock", late / 1_000);
    }

    private SemaphorePool<CheckedConnection> pool(int capacity) {
        return new SemaphorePool<>(capacity, () -> {
            made.enter();
            return new CheckedConnection();
        });
    }

    /**
     * Uses a connection unless it is interrupted before. The two race: either may win, but the connection may not be
     * lost.
     */
    private Actor<Void> interruptible(SemaphorePool<CheckedConnection> pool) {
        return Actor.start("T1", () -> {
            try {
                use(pool, pool.acquire());
            } catch (InterruptedException e) {
                return;
            }
        });
    }

    /** Gives back the only connection while the only waiting thread is interrupted or times out. */
    private static void assertFreeAfterwards(
            SemaphorePool<CheckedConnection> pool, CheckedConnection connection, Actor<Void> going) throws Exception {
        Actor<Void> giver = Actor.start("T2", () -> pool.release(connection));
        going.interrupt();
        going.join();
        giver.join();
        Expect.equal(pool.available(), 1, Fault.LEAKED_PERMIT, "available() when all is back and no thread waits");
        Expect.that(
                pool.acquire(0, TimeUnit.DAYS) == connection, Fault.LEAKED_PERMIT, "The idle one was not lent again");
    }

    /** Does what a borrower does, and gives the connection back. */
    private void use(SemaphorePool<CheckedConnection> pool, CheckedConnection connection) {
        Expect.that(connection != null, Fault.WRONG_RESULT, "acquire() returned null");
        lent.enter();
        Expect.equal(connection.users.enter(), 1, Fault.DOUBLE_HAND_OUT, "Borrowers of one connection");
        connection.uses++;
        connection.users.leave();
        lent.leave();
        pool.release(connection);
    }

    private void assertKept(SemaphorePool<CheckedConnection> pool, int most, long start) {
        Expect.that(lent.most() <= most, Fault.PERMIT_OFF_BY_ONE, "%d lent at once", lent.most());
        Expect.that(made.most() <= most, Fault.OVER_CREATION, "%d connections were made", made.most());
        Expect.equal(pool.available(), pool.capacity(), Fault.LEAKED_PERMIT, "available() with all back");
        long waited = Clock.nanoTime() - start;
        Expect.that(
                waited < POLLING_NANOS,
                waited < TimeUnit.DAYS.toNanos(1) ? Fault.SLEEP_POLLING : Fault.LOST_WAKEUP,
                "No thread woke one that could have had a connection, until its own clock did: block, do not poll");
    }
}
