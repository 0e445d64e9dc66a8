package semaphore;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Clock;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import bouncer.checks.Reach;
import java.util.concurrent.TimeUnit;

/**
 * The semaphore in every schedule that matters, with timeouts that occur only when no thread can run, and with spurious
 * wake-ups.
 */
@ChecksFor("07-semaphore")
class CountingSemaphoreScheduleChecks {
    /** No multiple of a usual interval: detects classes that poll, whose waiting threads notice only later. */
    private static final int WAIT_MICROS = 9_997_321;
    /** In microseconds, so that classes which take every timeout for milliseconds wait too long. */
    private static final int TIMEOUT_MICROS = 100_000;
    /** Virtual time that passes only if a thread waited by the clock, as in classes that poll. */
    private static final long POLLING_NANOS = 1_000_000;

    private final Gauge inside = new Gauge();
    /** Plain on purpose: only the semaphore can make visible what is written here. */
    private int guarded;

    @Explore(
            points = 1,
            title = "Never more threads inside than permits",
            fault = Fault.PERMIT_OFF_BY_ONE,
            hint = "Looking and taking must be one step.")
    void neverMoreInsideThanPermits() {
        CountingSemaphore semaphore = new CountingSemaphore(1);
        inParallel(
                () -> {
                    semaphore.acquire();
                    workAlone(semaphore);
                },
                () -> {
                    if (semaphore.tryAcquire()) {
                        workAlone(semaphore);
                    }
                },
                () -> {
                    if (semaphore.tryAcquire(1, TimeUnit.DAYS)) {
                        workAlone(semaphore);
                    }
                });
        Expect.equal(inside.most(), 1, "Threads inside at once, with one permit");
        Expect.that(guarded >= 2, Fault.LOST_WAKEUP, "A timed tryAcquire gave up although a permit was free in time");
        Expect.equal(semaphore.availablePermits(), 1, Fault.LEAKED_PERMIT, "Permits when all have released");
    }

    @Explore(points = 1, title = "Two permits let two threads in at once", fault = Fault.OVER_SERIALISED)
    void twoPermitsLetTwoInAtOnce() {
        CountingSemaphore semaphore = new CountingSemaphore(2);
        Reach two = Reach.of(2, "Two permits, and no schedule has two threads inside at once");
        inParallel(3, index -> {
            semaphore.acquire();
            inside.enter();
            two.visit();
            inside.leave();
            semaphore.release();
        });
        Expect.that(inside.most() <= 2, Fault.PERMIT_OFF_BY_ONE, "%d threads inside, with two permits", inside.most());
        Expect.equal(semaphore.availablePermits(), 2, Fault.LEAKED_PERMIT, "Permits when all have released");
    }

    @Explore(
            points = 1,
            title = "acquire sees what was written before release",
            fault = Fault.UNLOCKED_READ,
            hint = "Is availablePermits guarded like everything else?")
    void aReleaseHandsOverWhatWasWrittenBefore() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        int[] seen = new int[1];
        inParallel(
                () -> {
                    guarded = 1;
                    semaphore.release();
                },
                () -> {
                    semaphore.acquire();
                    assertThat(guarded).as("written before the release").isEqualTo(1);
                },
                () -> seen[0] = semaphore.availablePermits());
        Expect.that(
                seen[0] == 0 || seen[0] == 1,
                Fault.TORN_SNAPSHOT,
                "One permit came and went, and availablePermits() said %d",
                seen[0]);
    }

    @Explore(
            points = 1,
            title = "Two releases free two waiting threads in every order",
            fault = Fault.LOST_WAKEUP,
            hint = "When does a release wake a thread, and which one?")
    void twoReleasesFreeTwoWaitersInEveryOrder() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        long start = Clock.nanoTime();
        Actor<Void> one = Actor.start("T1", semaphore::acquire);
        Actor<Void> two = Actor.start("T2", semaphore::acquire);
        Actor<Void> giver = Actor.start("T3", semaphore::release);
        semaphore.release();
        giver.join();
        one.mustEnd("Two releases, two waiters, and one of them still waits");
        two.mustEnd("Two releases, two waiters, and one of them still waits");
        Expect.equal(
                semaphore.availablePermits(), 0, Fault.PERMIT_OFF_BY_ONE, "Permits after two releases, two waiters");
        Expect.that(
                Clock.nanoTime() - start < POLLING_NANOS,
                Fault.SLEEP_POLLING,
                "No thread woke one that could have had a permit, until its own clock did: block, do not poll");
    }

    @Explore(
            points = 1,
            title = "A spurious wake-up gives no permit",
            fault = Fault.IF_NOT_WHILE,
            spurious = 1,
            hint = "A thread that wakes up must check its condition again.")
    void aWakeUpForNoReasonGivesNoPermit() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Void> one = Actor.start("T1", () -> {
            semaphore.acquire();
            inside.enter();
        });
        Actor<Void> two = Actor.start("T2", () -> {
            if (semaphore.tryAcquire(1, TimeUnit.DAYS)) {
                inside.enter();
            }
        });
        semaphore.release();
        one.sleeps();
        two.sleeps();
        Expect.that(inside.now() > 0, Fault.LOST_WAKEUP, "A permit is free, and both threads that want it still wait");
        Expect.equal(inside.now(), 1, "Threads that got the only permit");
        Expect.equal(semaphore.availablePermits(), 0, Fault.PERMIT_OFF_BY_ONE, "Permits after one release, one taken");
        semaphore.release();
        one.join();
        two.join();
        Expect.equal(inside.now(), 2, Fault.BAD_TIMEOUT, "Threads that got one of two permits");
    }

    @Explore(
            points = 1,
            title = "A waiting thread that gives up loses no permit and no wake-up",
            fault = Fault.SWALLOWED_WAKEUP,
            timeouts = true)
    void aWaiterThatGivesUpTakesNothingWithIt() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Boolean> hasty = Actor.call("T1", () -> semaphore.tryAcquire(1, TimeUnit.SECONDS));
        Actor<Void> patient = Actor.start("T2", semaphore::acquire);
        semaphore.release();
        if (hasty.result()) {
            semaphore.release();
        }
        patient.mustEnd("A waiting thread gave up, and the wake-up of the other one was lost");
        Expect.equal(semaphore.availablePermits(), 0, Fault.LEAKED_PERMIT, "Permits when all are taken again");
    }

    @Explore(points = 1, title = "An interrupted thread loses no permit and no wake-up", fault = Fault.SWALLOWED_WAKEUP)
    void anInterruptedWaiterTakesNothingWithIt() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Boolean> interrupted = interruptible(semaphore);
        Actor<Void> patient = Actor.start("T2", semaphore::acquire);
        semaphore.release();
        interrupted.interrupt();
        if (interrupted.result()) {
            semaphore.release();
        }
        patient.mustEnd("A waiting thread was interrupted, and the wake-up of the other one was lost");
        Expect.equal(semaphore.availablePermits(), 0, Fault.LEAKED_PERMIT, "Permits when all are taken again");
    }

    @Explore(
            points = 0,
            title = "A permit released to an interrupted thread is not lost",
            fault = Fault.SWALLOWED_WAKEUP)
    void aPermitForAWaiterThatIsInterruptedIsFree() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Boolean> interrupted = interruptible(semaphore);
        Actor<Void> giver = Actor.start("T2", semaphore::release);
        interrupted.interrupt();
        boolean taken = interrupted.result();
        giver.join();
        Expect.equal(
                semaphore.availablePermits(),
                taken ? 0 : 1,
                "Permits after a release and an interrupt at the same time");
        Expect.equal(semaphore.tryAcquire(), !taken, "Whether the permit can be had then");
    }

    /**
     * Returns true if it got a permit. Permit and interrupt race: either may win, but neither permit nor wake-up may be
     * lost.
     */
    private static Actor<Boolean> interruptible(CountingSemaphore semaphore) {
        return Actor.call("T1", () -> {
            try {
                semaphore.acquire();
                return true;
            } catch (InterruptedException e) {
                return false;
            }
        });
    }

    @Explore(
            points = 1,
            title = "Semaphores never wait for each other",
            fault = Fault.STATIC_SHARED,
            hint = "What do two semaphores share?")
    void oneSemaphoreNeverWaitsForAnother() {
        CountingSemaphore[] own = {new CountingSemaphore(1), new CountingSemaphore(1)};
        inParallel(2, index -> {
            String message = "A thread that is alone with its semaphore waits for one that uses another semaphore";
            Expect.noWait(message, () -> {
                own[index].acquire();
                own[index].release();
                own[index].tryAcquire();
                own[index].tryAcquire(0, TimeUnit.DAYS);
                own[index].release();
                own[index].tryAcquire(1, TimeUnit.DAYS);
                own[index].availablePermits();
            });
        });
    }

    @Explore(
            points = 1,
            title = "The timeout is counted from the call",
            fault = Fault.BAD_TIMEOUT,
            hint = "When is the time over, if another thread was quicker?")
    void theTimeIsCountedFromTheCall() {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Void> waiter = Actor.start("T1", () -> {
            long start = Clock.nanoTime();
            boolean taken = semaphore.tryAcquire(TIMEOUT_MICROS, TimeUnit.MICROSECONDS);
            long millis = Clock.millisSince(start);
            if (taken) {
                Expect.that(millis <= 61, "A permit was free after 60 ms, and taken after %d", millis);
            } else {
                Expect.that(millis >= 99 && millis <= 101, "tryAcquire(100 ms) gave up after %d ms", millis);
            }
        });
        waiter.mustSleep("tryAcquire(100,000 µs) did not wait for a permit");
        Clock.sleep(60, TimeUnit.MILLISECONDS);
        semaphore.release();
        if (semaphore.tryAcquire()) {
            Clock.sleep(200, TimeUnit.MILLISECONDS);
        }
        waiter.join();
    }

    @Explore(
            points = 1,
            title = "release wakes a waiting thread at once",
            fault = Fault.SLEEP_POLLING,
            hint = "What wakes a waiting thread: the release, or a clock?")
    void waitersAreWokenByTheReleaseAndNotByTheClock() throws InterruptedException {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<Long> waiter = Actor.call("T1", () -> {
            semaphore.acquire();
            return Clock.nanoTime();
        });
        Actor<Long> timed = Actor.call("T2", () -> {
            Expect.that(semaphore.tryAcquire(1, TimeUnit.DAYS), Fault.BAD_TIMEOUT, "tryAcquire(1, DAYS) gave up");
            return Clock.nanoTime();
        });
        waiter.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        timed.mustSleep(Fault.PERMIT_OFF_BY_ONE, "tryAcquire returned with no permit free");
        assertRefusedAtOnce(semaphore);
        Clock.sleep(WAIT_MICROS, TimeUnit.MICROSECONDS);
        long released = Clock.nanoTime();
        semaphore.release();
        semaphore.release();
        waiter.mustEnd(Fault.LOST_WAKEUP, "Two releases, two waiters, and one of them still waits");
        timed.mustEnd(Fault.LOST_WAKEUP, "Two releases, two waiters, and one of them still waits");
        assertNoLater(released, waiter.result());
        assertNoLater(released, timed.result());
    }

    private void workAlone(CountingSemaphore semaphore) {
        inside.enter();
        guarded++;
        inside.leave();
        semaphore.release();
    }

    /** Measures on the virtual clock, on which time passes only while threads wait for it. */
    private static void assertRefusedAtOnce(CountingSemaphore semaphore) throws InterruptedException {
        long start = Clock.nanoTime();
        boolean taken = semaphore.tryAcquire()
                || semaphore.tryAcquire(0, TimeUnit.DAYS)
                || semaphore.tryAcquire(-1, TimeUnit.DAYS);
        Expect.that(!taken, Fault.PERMIT_OFF_BY_ONE, "tryAcquire took a permit, and none was free");
        long micros = (Clock.nanoTime() - start) / 1_000;
        Expect.that(
                micros < 1_000, Fault.BAD_TIMEOUT, "tryAcquire() and tryAcquire(0), none free, waited %d µs", micros);
    }

    private static void assertNoLater(long released, long taken) {
        Expect.that(
                taken - released < 1_000,
                Fault.SLEEP_POLLING,
                "A permit was free, and a waiting thread noticed %d µs later, by its clock",
                (taken - released) / 1_000);
    }
}
