package mutex;

import static bouncer.checks.Parallel.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Clock;
import bouncer.checks.Expect;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.Gauge;
import java.util.concurrent.TimeUnit;

/**
 * The mutex in every schedule that matters, with timeouts that occur only when no thread can run, and with spurious
 * wake-ups.
 */
@ChecksFor("06-mutex")
class MutexScheduleChecks {
    /** No multiple of a usual interval: detects classes that poll, whose waiting threads notice only later. */
    private static final int WAIT_MICROS = 9_997_321;
    /** In microseconds, so that classes which take every timeout for milliseconds wait too long. */
    private static final int TIMEOUT_MICROS = 100_000;
    /** Virtual time that passes only if a thread waited by the clock, as in classes that poll. */
    private static final long POLLING_NANOS = 1_000_000;

    private final Mutex mutex = new Mutex();
    private final Gauge inside = new Gauge();
    /** Plain on purpose: only the mutex can exclude other threads and make writes visible. */
    private int guarded;

    @Explore(
            points = 1,
            title = "Two threads are never inside at once",
            fault = Fault.NOT_EXCLUSIVE,
            hint = "Looking and taking must be one step.")
    void twoThreadsTakeTurns() {
        inParallel(this::visit, this::visit);
        assertAllVisited(2);
    }

    @Explore(
            points = 1,
            title = "Three threads are never inside at once, and each gets in",
            fault = Fault.LOST_WAKEUP,
            after = "twoThreadsTakeTurns")
    void threeThreadsTakeTurns() {
        long start = Clock.nanoTime();
        inParallel(this::visit, this::visit, this::visit);
        assertAllVisited(3);
        assertNoWakeUpByTheClock(start);
    }

    @Explore(
            points = 1,
            title = "Mutexes never wait for each other",
            fault = Fault.STATIC_SHARED,
            hint = "What do two mutexes share?")
    void oneMutexNeverWaitsForAnother() {
        Mutex[] own = {new Mutex(), new Mutex()};
        inParallel(2, index -> {
            String message = "A thread that is alone with its mutex waits for one that uses another mutex";
            Expect.noWait(message, () -> {
                own[index].lock();
                own[index].unlock();
                own[index].tryLock();
                own[index].unlock();
                own[index].tryLock(1, TimeUnit.DAYS);
                own[index].unlock();
            });
        });
    }

    @Explore(
            points = 1,
            title = "tryLock and lock exclude each other",
            fault = Fault.NOT_EXCLUSIVE,
            after = "twoThreadsTakeTurns")
    void everyWayToTakeItIsAsGoodAsLock() {
        inParallel(
                this::visit,
                () -> {
                    if (mutex.tryLock()) {
                        work();
                    }
                },
                () -> {
                    if (mutex.tryLock(1, TimeUnit.DAYS)) {
                        work();
                    }
                });
        Expect.that(guarded >= 2, Fault.LOST_WAKEUP, "A timed tryLock gave up although the lock was free in time");
        assertThat(inside.most()).as("threads inside at once").isEqualTo(1);
    }

    @Explore(
            points = 1,
            title = "A spurious wake-up lets no thread in",
            fault = Fault.IF_NOT_WHILE,
            spurious = 1,
            hint = "A thread that wakes up must check its condition again.")
    void aWakeUpForNoReasonOpensNothing() {
        mutex.lock();
        inside.enter();
        Actor<Void> waiter = Actor.start("T1", this::visit);
        Actor<Void> timed = Actor.start("T2", () -> {
            Expect.that(mutex.tryLock(1, TimeUnit.DAYS), Fault.BAD_TIMEOUT, "tryLock(1, DAYS) gave up at once");
            work();
        });
        guarded++;
        inside.leave();
        mutex.unlock();
        waiter.join();
        timed.join();
        assertAllVisited(3);
    }

    @Explore(
            points = 1,
            title = "unlock wakes a waiting thread at once",
            fault = Fault.SLEEP_POLLING,
            hint = "What wakes a waiting thread: the unlock, or a clock?")
    void waitersAreWokenByTheUnlockAndNotByTheClock() {
        mutex.lock();
        Actor<Long> waiter = Actor.call("T1", () -> {
            mutex.lock();
            long now = Clock.nanoTime();
            mutex.unlock();
            return now;
        });
        Actor<Long> timed = Actor.call("T2", () -> {
            Expect.that(mutex.tryLock(1, TimeUnit.DAYS), Fault.BAD_TIMEOUT, "tryLock(1, DAYS) gave up before its time");
            long now = Clock.nanoTime();
            mutex.unlock();
            return now;
        });
        waiter.mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        timed.mustSleep(Fault.NOT_EXCLUSIVE, "tryLock returned while another thread held the lock");
        Actor.start("T3", this::assertRefusedAtOnce).join();
        Clock.sleep(WAIT_MICROS, TimeUnit.MICROSECONDS);
        long released = Clock.nanoTime();
        mutex.unlock();
        waiter.mustEnd(Fault.LOST_WAKEUP, "The lock is free, and a thread that wants it still waits");
        timed.mustEnd(Fault.LOST_WAKEUP, "The lock is free, and a thread that wants it still waits");
        assertNoLater(released, waiter.result());
        assertNoLater(released, timed.result());
    }

    @Explore(
            points = 1,
            title = "A waiting thread that gives up loses no wake-up",
            fault = Fault.SWALLOWED_WAKEUP,
            timeouts = true)
    void aWaiterThatGivesUpSwallowsNoWakeUp() {
        mutex.lock();
        Actor<Void> hasty = Actor.start("T1", () -> {
            if (mutex.tryLock(1, TimeUnit.SECONDS)) {
                work();
            }
        });
        Actor<Void> patient = Actor.start("T2", this::visit);
        mutex.unlock();
        hasty.join();
        patient.mustEnd("A waiting thread gave up, and the wake-up of the other one was lost");
        assertThat(inside.most()).as("threads inside at once").isEqualTo(1);
        assertFree();
    }

    @Explore(points = 1, title = "An interrupted thread loses no wake-up", fault = Fault.SWALLOWED_WAKEUP)
    void anInterruptedWaiterSwallowsNoWakeUp() {
        mutex.lock();
        Actor<Void> interrupted = interruptible();
        Actor<Void> stubborn = Actor.start("T2", this::visit);
        mutex.unlock();
        interrupted.interrupt();
        stubborn.interrupt();
        interrupted.join();
        stubborn.mustEnd("A waiting thread was interrupted, and the wake-up of the other one was lost");
        assertThat(inside.most()).as("threads inside at once").isEqualTo(1);
        assertFree();
    }

    @Explore(
            points = 0,
            title = "A thread that waits beside an interrupted one gets the lock",
            fault = Fault.SWALLOWED_WAKEUP)
    void aWaiterBesideAnInterruptedOneNeedsNoInterrupt() {
        mutex.lock();
        Actor<Void> interrupted = interruptible();
        Actor<Void> patient = Actor.start("T2", this::visit);
        mutex.unlock();
        interrupted.interrupt();
        interrupted.join();
        patient.mustEnd("A waiting thread was interrupted, and the wake-up of the other one was lost");
        assertFree();
    }

    /**
     * Waits for the lock until it is interrupted. Lock and interrupt race: either may win, but no wake-up may be lost.
     */
    private Actor<Void> interruptible() {
        return Actor.start("T1", () -> {
            try {
                if (mutex.tryLock(1, TimeUnit.DAYS)) {
                    work();
                }
            } catch (InterruptedException e) {
                return;
            }
        });
    }

    @Explore(
            points = 1,
            title = "The timeout is counted from the call",
            fault = Fault.BAD_TIMEOUT,
            hint = "When is the time over, if another thread was quicker?")
    void theTimeIsCountedFromTheCall() {
        mutex.lock();
        Actor<Void> waiter = Actor.start("T1", () -> {
            long start = Clock.nanoTime();
            boolean taken = mutex.tryLock(TIMEOUT_MICROS, TimeUnit.MICROSECONDS);
            long millis = Clock.millisSince(start);
            if (taken) {
                mutex.unlock();
                Expect.that(millis <= 61, "The lock was free after 60 ms, and taken after %d", millis);
            } else {
                Expect.that(millis >= 99 && millis <= 101, "tryLock(100 ms) gave up after %d ms", millis);
            }
        });
        waiter.mustSleep("tryLock(100,000 µs) did not wait for a taken lock");
        Clock.sleep(60, TimeUnit.MILLISECONDS);
        mutex.unlock();
        if (mutex.tryLock()) {
            Clock.sleep(200, TimeUnit.MILLISECONDS);
            mutex.unlock();
        }
        waiter.join();
    }

    private void visit() {
        mutex.lock();
        work();
    }

    /** Does what the holder of the lock does, and unlocks. */
    private void work() {
        inside.enter();
        guarded++;
        inside.leave();
        try {
            mutex.unlock();
        } catch (IllegalMonitorStateException e) {
            Expect.fail(Fault.NOT_EXCLUSIVE, "The holder's own unlock() was refused: another thread had got in");
        }
    }

    private void assertAllVisited(int threads) {
        Expect.equal(inside.most(), 1, Fault.NOT_EXCLUSIVE, "Threads that were inside at once");
        Expect.equal(guarded, threads, Fault.NOT_EXCLUSIVE, "Additions under the lock");
        assertFree();
    }

    private void assertFree() {
        Expect.that(mutex.tryLock(), Fault.LEAKED_PERMIT, "All threads have unlocked, and the lock is still taken");
    }

    private static void assertNoWakeUpByTheClock(long start) {
        Expect.that(
                Clock.nanoTime() - start < POLLING_NANOS,
                Fault.SLEEP_POLLING,
                "No thread woke one that could have had the lock, until its own clock did: block, do not poll");
    }

    /** Measures on the virtual clock, on which time passes only while threads wait for it. */
    private void assertRefusedAtOnce() throws InterruptedException {
        long start = Clock.nanoTime();
        boolean taken = mutex.tryLock() || mutex.tryLock(0, TimeUnit.DAYS) || mutex.tryLock(-1, TimeUnit.DAYS);
        Expect.that(!taken, Fault.NOT_EXCLUSIVE, "tryLock took a taken lock");
        long micros = (Clock.nanoTime() - start) / 1_000;
        Expect.that(micros < 1_000, Fault.BAD_TIMEOUT, "tryLock() and tryLock(0) of a taken lock waited %d µs", micros);
    }

    private static void assertNoLater(long released, long taken) {
        Expect.that(
                taken - released < 1_000,
                Fault.SLEEP_POLLING,
                "The lock was free, and a waiting thread noticed %d µs later, by its clock",
                (taken - released) / 1_000);
    }
}
