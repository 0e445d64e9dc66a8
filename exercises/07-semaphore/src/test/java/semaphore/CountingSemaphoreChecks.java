package semaphore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.api.Action;
import bouncer.checks.api.Actor;
import bouncer.checks.api.CheckContext;
import bouncer.checks.api.Contract;
import bouncer.checks.api.Exercise;
import bouncer.checks.api.On;
import bouncer.checks.api.Parallel;
import bouncer.checks.api.Stress;
import bouncer.checks.finding.Coverage;
import bouncer.checks.finding.Fault;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@Exercise("07-semaphore")
class CountingSemaphoreChecks {
    private static final int ROUNDS = 200;

    @Contract(points = 2, fault = Fault.PERMIT_OFF_BY_ONE)
    void countsItsPermits() throws InterruptedException {
        CountingSemaphore semaphore = new CountingSemaphore(2);
        assertThat(semaphore.availablePermits()).isEqualTo(2);
        semaphore.acquire();
        assertThat(semaphore.tryAcquire()).as("the second of two permits").isTrue();
        assertThat(semaphore.tryAcquire()).as("a third of two permits").isFalse();
        assertThat(semaphore.tryAcquire(Long.MIN_VALUE, TimeUnit.DAYS)).isFalse();
        assertThat(semaphore.availablePermits()).isZero();
        semaphore.release();
        assertThat(semaphore.tryAcquire(0, TimeUnit.SECONDS)).as("a free permit, timeout 0").isTrue();
    }

    @Contract(points = 1)
    void refusesNegativeAndReleasesFreely() {
        assertThatThrownBy(() -> new CountingSemaphore(-1)).isInstanceOf(IllegalArgumentException.class);
        CountingSemaphore semaphore = new CountingSemaphore(0);
        semaphore.release();
        assertThat(semaphore.availablePermits()).as("0 permits and one release").isEqualTo(1);
    }

    @Contract(points = 3, fault = Fault.LOST_WAKEUP, on = {On.PLATFORM, On.VIRTUAL})
    void twoReleasesFreeTwoWaiters() throws InterruptedException {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        Actor<?> one = Actor.start("T1", semaphore::acquire);
        Actor<?> two = Actor.start("T2", semaphore::acquire);
        one.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        two.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        semaphore.release();
        semaphore.release();
        one.join();
        two.join();
        assertThat(semaphore.availablePermits()).isZero();
    }

    @Contract(points = 3, fault = Fault.SWALLOWED_INTERRUPT)
    void interruptionTakesNoPermit() throws InterruptedException {
        CountingSemaphore semaphore = new CountingSemaphore(1);
        Actor<?> early = Actor.start("T1", () -> {
            Thread.currentThread().interrupt();
            semaphore.acquire();
        });
        assertThat(early.ending()).as("acquire() of an interrupted thread").isInstanceOf(InterruptedException.class);
        assertThat(semaphore.availablePermits()).as("permits after it").isEqualTo(1);
        semaphore.acquire();
        Actor<?> waiter = Actor.start("T2", semaphore::acquire);
        Actor<?> timed = Actor.start("T3", () -> semaphore.tryAcquire(Long.MAX_VALUE, TimeUnit.DAYS));
        waiter.mustSleep(Fault.PERMIT_OFF_BY_ONE, "acquire() returned with no permit free");
        timed.mustSleep(Fault.BAD_TIMEOUT, "tryAcquire(Long.MAX_VALUE, DAYS) ended with no permit free");
        waiter.interrupt();
        timed.interrupt();
        assertThat(waiter.ending()).as("the interrupted acquire()").isInstanceOf(InterruptedException.class);
        assertThat(timed.ending()).as("the interrupted tryAcquire()").isInstanceOf(InterruptedException.class);
        semaphore.release();
        assertThat(semaphore.tryAcquire()).as("the released permit").isTrue();
    }

    @Contract(points = 2, fault = Fault.BAD_TIMEOUT)
    void timeoutWaitsItsTimeAndLeaksNothing() throws InterruptedException {
        CountingSemaphore semaphore = new CountingSemaphore(0);
        long start = System.nanoTime();
        assertThat(semaphore.tryAcquire(60, TimeUnit.MILLISECONDS)).isFalse();
        assertThat((System.nanoTime() - start) / 1_000_000)
                .as("milliseconds that tryAcquire(60 ms) waited")
                .isGreaterThanOrEqualTo(55);
        semaphore.release();
        assertThat(semaphore.availablePermits()).as("permits after a timeout and one release").isEqualTo(1);
    }

    @Contract(points = 1, fault = Fault.STATIC_SHARED)
    void semaphoresAreIndependent() {
        CountingSemaphore one = new CountingSemaphore(1);
        CountingSemaphore other = new CountingSemaphore(1);
        assertThat(one.tryAcquire()).isTrue();
        assertThat(other.availablePermits()).isEqualTo(1);
        assertThat(other.tryAcquire()).isTrue();
    }

    @Stress(points = 3, fault = Fault.PERMIT_OFF_BY_ONE)
    void neverMoreInsideThanPermits() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            CountingSemaphore semaphore = new CountingSemaphore(2);
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Action guest = () -> {
                for (int i = 0; i < 50; i++) {
                    try {
                        semaphore.acquire();
                    } catch (InterruptedException e) {
                        throw new AssertionError("nobody interrupted this thread", e);
                    }
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    semaphore.release();
                }
            };
            Parallel.inParallel(guest, guest, guest, guest);
            assertThat(most.get()).as("holders at once of 2 permits").isLessThanOrEqualTo(2);
            assertThat(semaphore.availablePermits()).as("permits at the end").isEqualTo(2);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 4));
    }
}
