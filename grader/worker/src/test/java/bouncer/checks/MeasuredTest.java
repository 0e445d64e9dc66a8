package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bouncer.checks.result.CheckCoverage;
import bouncer.checks.result.Finding;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.runtime.CheckFailure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The helpers that measure, on the real machine. No assertion depends on its speed: a measurement that a busy machine
 * makes inconclusive is repeated.
 */
class MeasuredTest {
    /** How often a measurement is repeated; each gives a thread five seconds for 100 ms of processor time. */
    private static final int MOST_TRIES = 20;

    private interface Measurement {
        void run() throws Exception;
    }

    /** Runs a measurement until it is conclusive. */
    private static void conclusive(Measurement measurement) throws Exception {
        for (int tries = 1; ; tries++) {
            try {
                measurement.run();
                return;
            } catch (Inconclusive busy) {
                if (tries == MOST_TRIES) {
                    throw busy;
                }
            }
        }
    }

    @BeforeEach
    void begin() {
        CheckContext.begin(false, 1);
    }

    private static Finding findingOf(ThrowingCallable check) {
        CheckFailure[] failure = new CheckFailure[1];
        assertThatThrownBy(check).isInstanceOfSatisfying(CheckFailure.class, thrown -> failure[0] = thrown);
        return failure[0].finding();
    }

    @Test
    void aParkedWaiterSleeps() throws Exception {
        conclusive(() -> {
            Semaphore semaphore = new Semaphore(0);
            Waiters.mustSleep(semaphore::acquire, semaphore::release);
        });
        assertThat(CheckContext.coverage()).isInstanceOf(CheckCoverage.Timed.class);
    }

    @Test
    void aWaiterThatSpinsBriefly_thenParks_sleeps() throws Exception {
        conclusive(() -> {
            CountDownLatch latch = new CountDownLatch(1);
            Waiters.mustSleep(
                    () -> {
                        for (int i = 0; i < 1_000 && latch.getCount() > 0; i++) {
                            Thread.onSpinWait();
                        }
                        latch.await();
                    },
                    latch::countDown);
        });
    }

    @Test
    void aSpinnerBurns() {
        Finding finding = findingOf(() -> conclusive(() -> {
            CountDownLatch latch = new CountDownLatch(1);
            Waiters.mustSleep(
                    () -> {
                        while (latch.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                    },
                    latch::countDown);
        }));
        assertThat(finding.fault()).isEqualTo(Fault.BUSY_WAIT);
    }

    @Test
    void whatAWaiterThrowsIsRethrown() {
        assertThatThrownBy(() -> Waiters.mustSleep(
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        () -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Waiters.mustSleep(() -> {}, () -> {})).isInstanceOf(AssertionError.class);
    }

    @Test
    void anEarlyReturnIsABadTimeout() {
        // So long that no pause of the machine makes a call that returns at once take as long.
        Finding early = findingOf(() -> Timeouts.judge(1, TimeUnit.DAYS, (time, unit) -> {}, (time, unit) -> {
            throw new IllegalStateException("the early return was not noticed");
        }));
        assertThat(early.fault()).isEqualTo(Fault.BAD_TIMEOUT);
        assertThat(early.message()).contains("too early");
    }

    @Test
    void aKeptTimeoutIsNotRejected() throws Exception {
        Semaphore none = new Semaphore(0);
        try {
            Timeouts.judge(20, TimeUnit.MILLISECONDS, none::tryAcquire, none::tryAcquire);
        } catch (Inconclusive busy) {
            assertThat(busy).hasMessageContaining("too busy");
        }
    }

    @Test
    void oneWorkerThatDoesItAllIsNeverMistakenForTwoOnAMachineThatCannotShowIt() throws Exception {
        // The reference gains nothing here either, so the submission must not be rejected with an AssertionError.
        try {
            Speedup.judge(
                    Fault.NO_CONCURRENCY,
                    workers -> LockSupport.parkNanos(1_000_000),
                    workers -> LockSupport.parkNanos(1_000_000));
        } catch (Inconclusive expected) {
            assertThat(expected).hasMessageContaining("processor");
        }
    }
}
