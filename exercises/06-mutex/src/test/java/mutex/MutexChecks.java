package mutex;

import static org.assertj.core.api.Assertions.assertThat;

import bouncer.checks.Actor;
import bouncer.checks.ChecksFor;
import bouncer.checks.Contract;
import bouncer.checks.Expect;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Round;
import bouncer.checks.Rounds;
import bouncer.checks.Stress;
import bouncer.checks.Timeouts;
import bouncer.checks.Timing;
import bouncer.checks.Waiters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The contract of each call; then the lock under contention. */
@ChecksFor("06-mutex")
class MutexChecks {
    /** Timeouts below and above a millisecond: classes that round them to 0 ms, which means no limit, never return. */
    private static final int[] SHORT_NANOS = {1, 1_000, 400_000, 1_700_000};
    /** Detects classes that spin after a wake-up in vain: enough interrupts that this takes visible processor time. */
    private static final int INTERRUPTS = 6;
    /** 23 ms in microseconds: detects classes that ignore the unit or round to a tick of the clock. */
    private static final int TIMEOUT_MICROS = 23_000;
    /** Rounds under contention, enough to show a race that needs a rare overlap. */
    private static final int ROUNDS = 300;
    /** Calls of each thread in a round: long enough to overlap with the others. */
    private static final int CALLS = 60;

    @Contract(points = 1, title = "tryLock takes a free lock and refuses a taken one", fault = Fault.NOT_EXCLUSIVE)
    void aTakenLockIsRefusedAndAFreeOneGiven() throws InterruptedException {
        Mutex mutex = new Mutex();
        Mutex other = new Mutex();
        mutex.lock();
        for (long timeout : new long[] {0, -1, Long.MIN_VALUE}) {
            Actor<Void> refused = Actor.start("T1", () -> {
                for (TimeUnit unit : TimeUnit.values()) {
                    assertThat(mutex.tryLock(timeout, unit))
                            .as("tryLock(%d, %s), lock taken", timeout, unit)
                            .isFalse();
                }
            });
            refused.mustEnd(Fault.BAD_TIMEOUT, "tryLock with a timeout of " + timeout + " waits for a taken lock");
        }
        Actor<Void> refused = Actor.start("T1", () -> {
            assertThat(mutex.tryLock()).as("tryLock() of a taken lock").isFalse();
            for (int nanos : SHORT_NANOS) {
                assertThat(mutex.tryLock(nanos, TimeUnit.NANOSECONDS))
                        .as("tryLock(%d ns)", nanos)
                        .isFalse();
            }
            Expect.that(other.tryLock(), Fault.STATIC_SHARED, "A second lock is taken as soon as the first one is");
            other.unlock();
        });
        refused.mustEnd(Fault.BAD_TIMEOUT, "tryLock waits for a taken lock although its time is over");
        mutex.unlock();
        Actor<Void> given = Actor.start("T2", () -> {
            assertThat(mutex.tryLock()).as("tryLock() of a free lock").isTrue();
            mutex.unlock();
            for (long timeout : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
                Expect.that(
                        mutex.tryLock(timeout, TimeUnit.DAYS),
                        Fault.BAD_TIMEOUT,
                        "tryLock(%d, DAYS) of a free lock answers false",
                        timeout);
                mutex.unlock();
            }
            mutex.lock();
            mutex.unlock();
        });
        given.mustEnd(Fault.BAD_TIMEOUT, "A call waits although the lock is free");
    }

    @Contract(
            points = 1,
            title = "Only the holder can unlock",
            fault = Fault.WRONG_OWNER_UNLOCK,
            hint = "Which thread may unlock? What does your class remember?")
    void onlyTheHolderUnlocks() throws InterruptedException {
        Mutex mutex = new Mutex();
        assertNotMine(mutex, "unlock() of a lock that no thread holds");
        for (int way = 0; way < 3; way++) {
            switch (way) {
                case 0 -> mutex.lock();
                case 1 -> assertThat(mutex.tryLock()).isTrue();
                default -> assertThat(mutex.tryLock(1, TimeUnit.DAYS)).isTrue();
            }
            // Both threads have the same name: detects classes that identify the holder by name.
            Actor.start("T1", () -> {
                        assertNotMine(mutex, "unlock() by a thread that is not the holder");
                        assertThat(mutex.tryLock())
                                .as("tryLock() after the wrong thread's unlock()")
                                .isFalse();
                    })
                    .join();
            mutex.unlock();
            assertNotMine(mutex, "a second unlock()");
        }
        Actor.start("T1", mutex::lock).join();
        Actor.start("T1", () -> assertNotMine(mutex, "unlock() by another thread of the holder's name"))
                .join();
    }

    /** Starts a thread that takes the free lock and keeps it until the latch opens. */
    private static Actor<Void> holder(Mutex mutex, CountDownLatch leave) {
        Actor<Void> holder = Actor.start("T0", () -> {
            mutex.lock();
            leave.await();
            mutex.unlock();
        });
        holder.mustSleep(Fault.NOT_EXCLUSIVE, "lock() of a free lock did not return");
        return holder;
    }

    @Contract(
            points = 0,
            title = "A waiting thread does not block tryLock and unlock",
            fault = Fault.LOCK_HELD_WHILE_BLOCKED)
    void aWaitingThreadBlocksNoOtherCall() {
        Mutex mutex = new Mutex();
        CountDownLatch leave = new CountDownLatch(1);
        Actor<Void> holder = holder(mutex, leave);
        Actor<Void> waiter = Actor.start("T1", () -> {
            mutex.lock();
            mutex.unlock();
        });
        waiter.mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        Actor<Void> hasty = Actor.start(
                "T2",
                () -> assertThat(mutex.tryLock())
                        .as("tryLock() while another waits for the taken lock")
                        .isFalse());
        hasty.mustEnd("While one thread waits for the lock, tryLock by another waits too");
        leave.countDown();
        holder.mustEnd("While another waits for the lock, its holder's unlock() waits too");
        waiter.mustEnd(Fault.LOST_WAKEUP, "The lock is free, and the thread that wants it still waits");
    }

    // Four waiters that are released at once race. Whether a class whose lock is not exclusive, or that takes the lock
    // without looking again, is caught here would be luck, so exploration decides about such a class first.
    @Contract(
            points = 1,
            title = "Every waiting thread gets the lock",
            fault = Fault.LOST_WAKEUP,
            on = {On.PLATFORM, On.VIRTUAL},
            after = {
                "MutexScheduleChecks#twoThreadsTakeTurns",
                "MutexScheduleChecks#threeThreadsTakeTurns",
                "MutexScheduleChecks#aWakeUpForNoReasonOpensNothing"
            })
    void everyWaiterGetsItsTurn() {
        Mutex mutex = new Mutex();
        CountDownLatch leave = new CountDownLatch(1);
        Actor<Void> holder = holder(mutex, leave);
        List<Actor<Void>> waiters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            boolean timed = i % 2 == 1;
            long time = i == 1 ? Long.MAX_VALUE : 1;
            TimeUnit unit = i == 1 ? TimeUnit.NANOSECONDS : TimeUnit.DAYS;
            Actor<Void> waiter = Actor.start("T" + (i + 1), () -> {
                if (timed) {
                    Expect.that(
                            mutex.tryLock(time, unit),
                            Fault.BAD_TIMEOUT,
                            "tryLock(" + time + ", " + unit + ") gave up");
                } else {
                    mutex.lock();
                }
                mutex.unlock();
            });
            waiter.mustSleep(
                    timed ? Fault.BAD_TIMEOUT : Fault.NOT_EXCLUSIVE,
                    timed
                            ? "tryLock(" + time + ", " + unit + ") did not wait for a taken lock"
                            : "lock() returned while another thread held the lock");
            waiters.add(waiter);
        }
        Actor<Void> hasty = Actor.start("T5", () -> {
            assertThat(mutex.tryLock())
                    .as("tryLock() while others wait for the taken lock")
                    .isFalse();
            assertThat(mutex.tryLock(1, TimeUnit.MILLISECONDS))
                    .as("tryLock(1 ms) while others wait")
                    .isFalse();
        });
        hasty.mustEnd(
                Fault.LOCK_HELD_WHILE_BLOCKED, "While one thread waits for the lock, tryLock by another waits too");
        leave.countDown();
        holder.mustEnd(
                Fault.LOCK_HELD_WHILE_BLOCKED, "While others wait for the lock, its holder's unlock() waits too");
        for (Actor<Void> waiter : waiters) {
            waiter.mustEnd("The lock is free, and a thread that wants it still waits");
        }
        assertThat(mutex.tryLock()).as("tryLock() when all are done").isTrue();
    }

    @Contract(
            points = 1,
            title = "lock keeps waiting after an interrupt and keeps the interrupt status",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL},
            after = "MutexScheduleChecks#twoThreadsTakeTurns")
    void lockOutlivesInterrupts() {
        Mutex mutex = new Mutex();
        mutex.lock();
        Actor<Boolean> waiter = Actor.call("T1", () -> lockAndTellStatus(mutex));
        Actor<Boolean> early = Actor.call("T2", () -> {
            Thread.currentThread().interrupt();
            return lockAndTellStatus(mutex);
        });
        waiter.mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        early.mustSleep(Fault.NOT_EXCLUSIVE, "lock() of an interrupted thread returned while another held the lock");
        for (int times = 0; times < INTERRUPTS; times++) {
            waiter.interrupt();
            waiter.mustSleep(
                    Fault.NOT_EXCLUSIVE, "lock() returned after an interrupt while another thread held the lock");
        }
        mutex.unlock();
        waiter.mustEnd(
                Fault.LOST_WAKEUP, "The lock is free, and a thread that was interrupted while it waited still waits");
        early.mustEnd(
                Fault.LOST_WAKEUP, "The lock is free, and a thread that was interrupted before it waited still waits");
        Expect.equal(waiter.result(), true, "Interrupt status after an interrupted lock()");
        Expect.equal(early.result(), true, "Interrupt status after lock(), set before it");
        assertThat(Actor.call("T3", () -> {
                            Thread.currentThread().interrupt();
                            return lockAndTellStatus(mutex);
                        })
                        .result())
                .as("interrupt status after lock() of a free lock, set before it")
                .isTrue();
    }

    @Contract(
            points = 1,
            title = "An interrupt ends a timed tryLock",
            fault = Fault.SWALLOWED_INTERRUPT,
            on = {On.PLATFORM, On.VIRTUAL})
    void timedTryLockIsInterruptible() {
        Mutex mutex = new Mutex();
        Actor<Void> early = Actor.start("T1", () -> {
            Thread.currentThread().interrupt();
            assertInterrupted("tryLock of a free lock, interrupted before", mutex);
        });
        early.mustEnd("tryLock by a thread that was interrupted before waits");
        assertThat(mutex.tryLock())
                .as("tryLock() after an interrupted thread took nothing")
                .isTrue();
        Actor<Void> other = Actor.start("T2", () -> {
            mutex.lock();
            mutex.unlock();
        });
        other.mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        Actor<Boolean> waiter = Actor.interruptible("T3", () -> mutex.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
        waiter.mustSleep(Fault.BAD_TIMEOUT, "tryLock(Long.MAX_VALUE, DAYS) did not wait for a taken lock");
        waiter.interrupt();
        waiter.mustEnd("tryLock that was interrupted while it waited still waits");
        Expect.that(waiter.result(), "tryLock that was interrupted while it waited did not throw InterruptedException");
        mutex.unlock();
        other.mustEnd(
                Fault.SWALLOWED_WAKEUP,
                "The lock is free, and a thread that waited beside an interrupted one still waits");
        assertThat(Actor.call("T4", mutex::tryLock).result())
                .as("tryLock() by another thread, after the interrupted waiter took nothing")
                .isTrue();
    }

    // ---- The real machine

    @Stress(points = 1, title = "The mutex protects a counter under contention", fault = Fault.NOT_EXCLUSIVE)
    void itGuardsACounterUnderContention() throws Exception {
        Rounds.upTo(ROUNDS).run(round -> {
            Mutex mutex = new Mutex();
            long[] count = new long[1];
            int[] entries = new int[round.threads()];
            round.inParallel(entries.length, index -> {
                for (int i = 0; i < CALLS; i++) {
                    boolean taken = true;
                    switch ((index + i) % 4) {
                        case 0 -> taken = mutex.tryLock();
                        case 1 -> taken = mutex.tryLock(1 + i, TimeUnit.MICROSECONDS);
                        default -> mutex.lock();
                    }
                    if (taken) {
                        count[0]++;
                        entries[index]++;
                        Round.pause();
                        try {
                            mutex.unlock();
                        } catch (IllegalMonitorStateException e) {
                            Expect.fail("The holder's own unlock() was refused: another thread had got in");
                        }
                    }
                }
            });
            assertThat(count[0])
                    .as("additions under the lock")
                    .isEqualTo(Arrays.stream(entries).sum());
            Expect.that(mutex.tryLock(), Fault.LEAKED_PERMIT, "All have unlocked, and the lock is still taken");
        });
    }

    @Timing(points = 0, title = "Timed waits take their time, and waiting threads sleep", fault = Fault.BAD_TIMEOUT)
    void timedWaitsAreAsLongAsTheySayAndWaitersSleep() throws Exception {
        Mutex mutex = new Mutex();
        Actor.start("T0", mutex::lock).join();
        Semaphore reference = new Semaphore(0);
        Timeouts.judge(TIMEOUT_MICROS, TimeUnit.MICROSECONDS, mutex::tryLock, reference::tryAcquire);
        Mutex other = new Mutex();
        other.lock();
        Waiters.mustSleep(
                () -> {
                    other.lock();
                    other.unlock();
                },
                other::unlock);
    }

    private static boolean lockAndTellStatus(Mutex mutex) {
        mutex.lock();
        boolean status = Thread.currentThread().isInterrupted();
        mutex.unlock();
        return status;
    }

    private static void assertNotMine(Mutex mutex, String what) {
        Expect.throwing(IllegalMonitorStateException.class, Fault.WRONG_OWNER_UNLOCK, what, mutex::unlock);
    }

    private static void assertInterrupted(String what, Mutex mutex) {
        Expect.throwing(
                InterruptedException.class,
                Fault.SWALLOWED_INTERRUPT,
                what,
                () -> mutex.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
    }
}
