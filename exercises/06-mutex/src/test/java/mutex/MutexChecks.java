package mutex;

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
import java.util.concurrent.atomic.AtomicBoolean;

@Exercise("06-mutex")
class MutexChecks {
    private static final int ROUNDS = 200;

    @Contract(points = 2, fault = Fault.NOT_EXCLUSIVE)
    void tryLockAnswersAtOnce() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        Actor<?> other = Actor.start("T1", () -> {
            assertThat(mutex.tryLock()).as("tryLock while another holds it").isFalse();
            assertThat(mutex.tryLock(0, TimeUnit.SECONDS)).isFalse();
            assertThat(mutex.tryLock(Long.MIN_VALUE, TimeUnit.DAYS)).isFalse();
        });
        other.join();
        mutex.unlock();
        Actor.start("T2", () -> {
                    assertThat(mutex.tryLock(-1, TimeUnit.DAYS)).as("tryLock of a free lock").isTrue();
                    mutex.unlock();
                    assertThat(mutex.tryLock()).isTrue();
                    mutex.unlock();
                })
                .join();
    }

    @Contract(points = 2, fault = Fault.WRONG_OWNER_UNLOCK)
    void onlyTheHolderUnlocks() throws InterruptedException {
        Mutex mutex = new Mutex();
        assertThatThrownBy(mutex::unlock).as("unlock of a free lock").isInstanceOf(IllegalMonitorStateException.class);
        mutex.lock();
        Actor.start("T1", () -> {
                    assertThatThrownBy(mutex::unlock)
                            .as("unlock by another thread")
                            .isInstanceOf(IllegalMonitorStateException.class);
                    assertThat(mutex.tryLock()).as("the holder keeps it").isFalse();
                })
                .join();
        mutex.unlock();
    }

    @Contract(points = 2, fault = Fault.MISSING_NOTIFY, on = {On.PLATFORM, On.VIRTUAL})
    void everyWaiterGetsItsTurn() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        Actor<?>[] waiters = new Actor<?>[3];
        for (int i = 0; i < waiters.length; i++) {
            waiters[i] = Actor.start("T" + (i + 1), () -> {
                mutex.lock();
                mutex.unlock();
            });
            waiters[i].mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        }
        mutex.unlock();
        for (Actor<?> waiter : waiters) {
            waiter.join();
        }
    }

    @Contract(points = 2, fault = Fault.SWALLOWED_INTERRUPT)
    void lockOutlivesAnInterrupt() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        AtomicBoolean status = new AtomicBoolean();
        Actor<?> waiter = Actor.start("T1", () -> {
            mutex.lock();
            status.set(Thread.currentThread().isInterrupted());
            mutex.unlock();
        });
        waiter.mustSleep(Fault.NOT_EXCLUSIVE, "lock() returned while another thread held the lock");
        waiter.interrupt();
        waiter.mustSleep(Fault.SWALLOWED_INTERRUPT, "lock() returned after an interrupt while another thread held it");
        mutex.unlock();
        waiter.join();
        assertThat(status.get()).as("the interrupt status after lock()").isTrue();
    }

    @Contract(points = 2, fault = Fault.SWALLOWED_INTERRUPT)
    void timedTryLockIsInterruptible() throws InterruptedException {
        Mutex mutex = new Mutex();
        Actor.start("T1", () -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> mutex.tryLock(1, TimeUnit.DAYS))
                            .isInstanceOf(InterruptedException.class);
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                })
                .join();
        mutex.lock();
        Actor<?> waiter = Actor.start("T2", () -> mutex.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
        waiter.mustSleep(Fault.BAD_TIMEOUT, "tryLock(Long.MAX_VALUE, DAYS) ended while another thread held the lock");
        waiter.interrupt();
        assertThat(waiter.ending()).as("what the interrupted waiter threw").isInstanceOf(InterruptedException.class);
        mutex.unlock();
        assertThat(mutex.tryLock()).as("the lock after an interrupted waiter").isTrue();
    }

    @Contract(points = 1, fault = Fault.BAD_TIMEOUT)
    void timedTryLockWaitsItsTime() throws InterruptedException {
        Mutex mutex = new Mutex();
        mutex.lock();
        Actor.start("T1", () -> {
                    long start = System.nanoTime();
                    assertThat(mutex.tryLock(60, TimeUnit.MILLISECONDS)).isFalse();
                    assertThat((System.nanoTime() - start) / 1_000_000)
                            .as("milliseconds that tryLock(60 ms) waited")
                            .isGreaterThanOrEqualTo(55);
                })
                .join();
        mutex.unlock();
    }

    @Contract(points = 1, fault = Fault.STATIC_SHARED)
    void mutexesAreIndependent() throws InterruptedException {
        Mutex one = new Mutex();
        Mutex other = new Mutex();
        one.lock();
        Actor.start("T1", () -> {
                    assertThat(other.tryLock()).as("a second lock while the first is held").isTrue();
                    other.unlock();
                })
                .join();
        one.unlock();
    }

    @Stress(points = 3, fault = Fault.NOT_EXCLUSIVE)
    void guardsACounter() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            Mutex mutex = new Mutex();
            long[] count = new long[1];
            Action adder = () -> {
                for (int i = 0; i < 200; i++) {
                    mutex.lock();
                    count[0]++;
                    mutex.unlock();
                }
            };
            Parallel.inParallel(adder, adder, adder);
            assertThat(count[0]).as("additions under the lock (round %d)", round).isEqualTo(600);
        }
        CheckContext.record(new Coverage.Stressed(ROUNDS, 3));
    }
}
