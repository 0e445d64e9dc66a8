package semaphore;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Action;
import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import bouncer.checks.On;
import bouncer.checks.Rendezvous;
import bouncer.checks.Round;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import bouncer.checks.Timeouts;
import bouncer.checks.Timing;
import bouncer.checks.Waiters;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The contract of each call; then the semaphore under contention. */
@ChecksFor("07-semaphore")
class CountingSemaphoreChecks {
    /** Timeouts below and above a millisecond: classes that round them to 0 ms, which means no limit, never return. */
    private static final int[] SHORT_NANOS = {1, 1_000, 400_000, 1_700_000};
    /** 23 ms in microseconds: detects classes that ignore the unit or round to a tick of the clock. */
    private static final int TIMEOUT_MICROS = 23_000;
    /** Rounds under contention, enough to show a race that needs a rare overlap. */
    private static final int ROUNDS = 300;
    /** Calls of each thread in a round: long enough to overlap with the others. */
    private static final int CALLS = 60;

    @Contract(points = 1, title = "Permits are counted", fault = Fault.PERMIT_OFF_BY_ONE)
    void countsItsPermits() throws InterruptedException {
        Expect.throwing(
                IllegalArgumentException.class,
                Fault.WRONG_RESULT,
                "new CountingSemaphore(-1)",
                () -> new CountingSemaphore(-1));
        CountingSemaphore semaphore = new CountingSemaphore(3);
        CountingSemaphore other = new CountingSemaphore(2);
        assertThat(semaphore.availablePermits())
                .as("permits of a new semaphore with 3")
                .isEqualTo(3);
        semaphore.acquire();
        assertThat(semaphore.tryAcquire()).as("the second of three permits").isTrue();
        assertThat(semaphore.tryAcquire(1, TimeUnit.DAYS))
                .as("the third of three permits")
                .isTrue();
        assertThat(semaphore.tryAcquire()).as("a fourth of three permits").isFalse();
        assertThat(semaphore.availablePermits())
                .as("permits when all three are out")
                .isZero();
        Expect.equal(other.availablePermits(), 2, Fault.STATIC_SHARED, "Permits of another semaphore");
        semaphore.release();
        assertThat(semaphore.availablePermits()).as("permits after one release").isEqualTo(1);
        assertThat(semaphore.tryAcquire()).as("the released permit").isTrue();
        assertThat(semaphore.tryAcquire())
                .as("the released permit, a second time")
                .isFalse();
        for (int i = 1; i <= 5; i++) {
            semaphore.release();
            assertThat(semaphore.availablePermits())
                    .as("permits after %d releases, of 3 at first", i)
                    .isEqualTo(i);
        }
        CountingSemaphore none = new CountingSemaphore(0);
        assertThat(none.tryAcquire()).as("a permit of a semaphore with 0").isFalse();
        none.release();
        assertThat(none.tryAcquire())
                .as("a permit that no thread had acquired before")
                .isTrue();
    }

    @Contract(points = 1, title = "A timeout matters only when no permit is free", fault = Fault.BAD_TIMEOUT)
    void theTimeoutOnlyMattersWhenNoPermitIsFree() {
        CountingSemaphore taken = new CountingSemaphore(0);
        for (long timeout : new long[] {0, -1, Long.MIN_VALUE}) {
            Actor<Void> refused = Actor.start("T1", () -> {
                for (TimeUnit unit : TimeUnit.values()) {
                    assertThat(taken.tryAcquire(timeout, unit))
                            .as("tryAcquire(%d, %s), none free", timeout, unit)
                            .isFalse();
                }
            });
            refused.mustEnd("tryAcquire with a timeout of " + timeout + " waits for a permit");
        }
        Actor<Void> refused = Actor.start("T1", () -> {
            for (int nanos : SHORT_NANOS) {
                assertThat(taken.tryAcquire(nanos, TimeUnit.NANOSECONDS))
                        .as("tryAcquire(%d ns)", nanos)
                        .isFalse();
            }
        });
        refused.mustEnd("tryAcquire waits for a permit although its time is over");
        taken.release();
        Expect.equal(taken.availablePermits(), 1, Fault.LEAKED_PERMIT, "Permits after timeouts and one release");
        CountingSemaphore free = new CountingSemaphore(5);
        Actor<Void> given = Actor.start("T2", () -> {
            for (long timeout : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
                assertThat(free.tryAcquire(timeout, TimeUnit.DAYS))
                        .as("tryAcquire(%d, DAYS), one free", timeout)
                        .isTrue();
            }
        });
        given.mustEnd("tryAcquire waits although a permit is free");
    }

    @Contract(
            points = 0,
            title = "A waiting thread does not block calls that never wait",
            fault = Fault.LOCK_HELD_WHILE_BLOCKED,
            on = {On.PLATFORM, On.VIRTUAL})
    void aWaitingThreadBlocksNoOtherCall() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Boolean> waiter = Actor.interruptible("T1", semaphore::acquire);
        waiter.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        Actor<Boolean> timed =
                Actor.interruptible("T2", () -> semaphore.tryAcquire(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
        timed.mustSleep(Fault.BAD_TIMEOUT, "tryAcquire(Long.MAX_VALUE, NANOSECONDS) did not wait for a permit");
        Actor<Void> hasty = Actor.start("T3", () -> {
            assertThat(semaphore.tryAcquire())
                    .as("tryAcquire() while others wait")
                    .isFalse();
            assertThat(semaphore.tryAcquire(1, TimeUnit.MILLISECONDS))
                    .as("tryAcquire(1 ms), others wait")
                    .isFalse();
            Expect.equal(semaphore.availablePermits(), 0, Fault.PERMIT_OFF_BY_ONE, "Permits while two threads wait");
        });
        hasty.mustEnd("While one thread waits for a permit, calls that never wait do too");
        Actor<Void> giver = Actor.start("T4", semaphore::release);
        giver.mustEnd("While others wait for a permit, a release waits too");
        // Which thread gets the permit does not matter here, only that none stays.
        for (Actor<Boolean> waiting : List.of(waiter, timed)) {
            waiting.interrupt();
            waiting.mustEnd(Fault.SWALLOWED_INTERRUPT, "A thread that was interrupted while it waited still waits");
        }
    }

    // The released threads race, so a wrong class fails here only by chance; the exploration decides first.
    @Contract(
            points = 1,
            title = "Two releases free two waiting threads",
            fault = Fault.LOST_WAKEUP,
            on = {On.PLATFORM, On.VIRTUAL},
            after = {
                "CountingSemaphoreScheduleChecks#neverMoreInsideThanPermits",
                "CountingSemaphoreScheduleChecks#twoReleasesFreeTwoWaitersInEveryOrder"
            })
    void twoReleasesFreeTwoWaiters() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Void> one = Actor.start("T1", semaphore::acquire);
        one.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        Actor<Void> two = Actor.start("T2", semaphore::acquire);
        two.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        semaphore.release();
        semaphore.release();
        one.mustEnd("Two releases, two waiters, and one of them still waits");
        two.mustEnd("Two releases, two waiters, and one of them still waits");
        Expect.equal(
                semaphore.availablePermits(), 0, Fault.PERMIT_OFF_BY_ONE, "Permits after two releases and two waiters");
        // Only now, so that a lost wake-up of another kind is not taken for a shared one.
        CountingSemaphore other = new CountingSemaphore(0);
        Actor<Void> elsewhere = Actor.start("T5", other::acquire);
        elsewhere.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        Actor<Void> here = Actor.start("T6", semaphore::acquire);
        here.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        semaphore.release();
        here.mustEnd(Fault.STATIC_SHARED, "A release woke a waiter of another semaphore, and its own still waits");
        other.release();
        elsewhere.mustEnd(Fault.STATIC_SHARED, "A release woke a waiter of another semaphore, and its own still waits");
    }

    @Contract(
            points = 1,
            title = "An interrupt ends the wait and takes no permit",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL},
            after = "CountingSemaphoreScheduleChecks#twoReleasesFreeTwoWaitersInEveryOrder")
    void interruptionEndsTheWaitAndTakesNoPermit() {
        CountingSemaphore semaphore = new CountingSemaphore(1);
        Action untimed = semaphore::acquire;
        Action timed = () -> semaphore.tryAcquire(1, TimeUnit.DAYS);
        Action endless = () -> semaphore.tryAcquire(Long.MAX_VALUE, TimeUnit.DAYS);
        for (Action call : new Action[] {untimed, timed, endless}) {
            Actor<Void> early = Actor.start("T1", () -> {
                Thread.currentThread().interrupt();
                assertInterrupted("a call by a thread that was interrupted before, with a permit free", call);
            });
            early.mustEnd("A thread that was interrupted before waits");
            Expect.equal(semaphore.availablePermits(), 1, Fault.LEAKED_PERMIT, "Permits after an interrupted call");
        }
        assertThat(semaphore.tryAcquire()).as("the only permit").isTrue();
        Actor<Void> other = Actor.start("T2", semaphore::acquire);
        other.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        for (Action call : new Action[] {untimed, timed, endless}) {
            Actor<Boolean> waiter = Actor.interruptible("T3", call);
            waiter.mustSleep(
                    call == untimed ? Fault.PERMIT_OFF_BY_ONE : Fault.BAD_TIMEOUT,
                    "A call that should wait returned with no permit free");
            waiter.interrupt();
            waiter.mustEnd("A thread that was interrupted while it waited still waits");
            Expect.that(waiter.result(), "A wait was interrupted, and the call did not throw InterruptedException");
            other.mustSleep(Fault.IF_NOT_WHILE, "One wait was interrupted, and another ended with no permit free");
        }
        semaphore.release();
        other.mustEnd(
                Fault.SWALLOWED_WAKEUP,
                "A permit is free, and a thread that waited beside interrupted ones still waits");
        semaphore.release();
        Expect.equal(semaphore.availablePermits(), 1, Fault.LEAKED_PERMIT, "Permits after two interrupted waiters");
        assertThat(semaphore.tryAcquire()).as("the released permit").isTrue();
    }

    @Contract(
            points = 1,
            title = "As many threads are inside at once as there are permits",
            fault = Fault.OVER_SERIALISED,
            on = {On.PLATFORM, On.VIRTUAL},
            after = {
                "CountingSemaphoreScheduleChecks#neverMoreInsideThanPermits",
                "CountingSemaphoreScheduleChecks#twoPermitsLetTwoInAtOnce"
            })
    void asManyAreInsideAsThereArePermits() {
        CountingSemaphore semaphore = new CountingSemaphore(3);
        Rendezvous inside = new Rendezvous(3, "Three permits, and three threads are never inside at once");
        inParallel(3, index -> {
            switch (index) {
                case 0 -> semaphore.acquire();
                case 1 ->
                    assertThat(semaphore.tryAcquire())
                            .as("tryAcquire() of three permits")
                            .isTrue();
                default ->
                    assertThat(semaphore.tryAcquire(1, TimeUnit.DAYS))
                            .as("the timed one")
                            .isTrue();
            }
            inside.meet();
            semaphore.release();
        });
        Expect.equal(semaphore.availablePermits(), 3, Fault.LEAKED_PERMIT, "Permits when all have released");
    }

    // ---- The real machine

    @Stress(
            points = 0,
            title = "Never more threads inside than permits, under contention",
            fault = Fault.PERMIT_OFF_BY_ONE)
    void neverMoreInsideThanPermitsUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            int permits = 1 + round.number() % 3;
            CountingSemaphore semaphore = new CountingSemaphore(permits);
            Gauge inside = new Gauge();
            round.inParallel(round.threads(), index -> {
                for (int i = 0; i < CALLS; i++) {
                    boolean taken = true;
                    switch ((index + i) % 4) {
                        case 0 -> taken = semaphore.tryAcquire();
                        case 1 -> taken = semaphore.tryAcquire(1 + i, TimeUnit.MICROSECONDS);
                        default -> semaphore.acquire();
                    }
                    if (taken) {
                        inside.inside(Round::pause);
                        semaphore.release();
                    }
                }
            });
            Expect.that(
                    inside.most() <= permits,
                    "%d threads were inside at once, with %d permits",
                    inside.most(),
                    permits);
            Expect.equal(semaphore.availablePermits(), permits, Fault.LEAKED_PERMIT, "Permits when all have released");
        });
    }

    @Timing(points = 0, title = "Timed waits take their time, and waiting threads sleep", fault = Fault.BAD_TIMEOUT)
    void timedWaitsAreAsLongAsTheySayAndWaitersSleep() throws Exception {
        Semaphore reference = new Semaphore(0);
        Timeouts.judge(
                TIMEOUT_MICROS, TimeUnit.MICROSECONDS, new CountingSemaphore(0)::tryAcquire, reference::tryAcquire);
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Waiters.mustSleep(semaphore::acquire, semaphore::release);
    }

    private static void assertInterrupted(String what, Action call) {
        Expect.throwing(InterruptedException.class, Fault.SWALLOWED_INTERRUPT, what, call);
    }
}
