package bouncer.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import bouncer.checks.result.Finding;
import bouncer.worker.runtime.CheckContext;
import bouncer.worker.runtime.CheckFailure;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HelpersTest {
    /** A thread that sleeps for this long is taken to wait. */
    private static final long LOOKS_AT_A_SLEEPER_NANOS = 200_000_000;

    @BeforeEach
    void begin() {
        CheckContext.begin(false, 1);
    }

    @Test
    void parallelActionsMeet() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(3);
        Parallel.inParallel(barrier::await, barrier::await, barrier::await);
        int[] seen = new int[4];
        Parallel.inParallel(4, i -> seen[i] = i + 1);
        assertThat(seen).containsExactly(1, 2, 3, 4);
    }

    @Test
    void noThrowableOfAParallelActionIsLost() {
        IOException first = new IOException("first");
        assertThatThrownBy(() -> Parallel.inParallel(
                        () -> {
                            throw first;
                        },
                        () -> {
                            throw new AssertionError("second");
                        }))
                .isSameAs(first)
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(CheckContext.failure()).isNotNull();
    }

    @Test
    void aShortSleepIsNoWait_aLongOneIs() throws Exception {
        for (On on : On.values()) {
            if (on == On.VIRTUAL && Runtime.version().feature() < 21) {
                continue;
            }
            CheckContext.begin(on == On.VIRTUAL, 1);
            int inTime = 0;
            // Shorter than the looks at a waiter take, as long, and longer.
            for (int millis = 10; millis <= 30; millis++) {
                int brief = millis;
                Actor<Long> sleeper = Actor.call("T1", () -> {
                    long start = System.nanoTime();
                    Thread.sleep(brief);
                    return System.nanoTime() - start;
                });
                boolean waits = sleeper.sleeps();
                // On a busy machine a short sleep can take as long as the looks at a sleeper, and then it is a wait.
                if (sleeper.result() < LOOKS_AT_A_SLEEPER_NANOS) {
                    assertThat(waits).as("after %d ms", millis).isFalse();
                    inTime++;
                }
            }
            assumeThat(inTime).as("sleeps that the machine ended in time").isPositive();
            Actor<Throwable> lasting = Actor.call("T2", () -> {
                try {
                    Thread.sleep(1_000_000);
                    return new AssertionError("the sleep was not interrupted");
                } catch (InterruptedException e) {
                    return e;
                }
            });
            assertThat(lasting.sleeps()).isTrue();
            lasting.interrupt();
            assertThat(lasting.result()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anActorIsSeenToSleepAndToEnd() throws Exception {
        Semaphore semaphore = new Semaphore(0);
        Actor<Integer> actor = Actor.call("T1", () -> {
            semaphore.acquire();
            return 7;
        });
        assertThat(actor.sleeps()).isTrue();
        actor.mustSleep(Fault.HANG, "ended");
        semaphore.release();
        assertThat(actor.result()).isEqualTo(7);
        assertThat(actor.ended()).isTrue();
        assertThat(actor.sleeps()).isFalse();
        assertThatThrownBy(() -> actor.mustSleep(Fault.PERMIT_OFF_BY_ONE, "it came through"))
                .isInstanceOfSatisfying(
                        CheckFailure.class,
                        failure -> assertThat(failure.finding().fault()).isEqualTo(Fault.PERMIT_OFF_BY_ONE));
    }

    @Test
    void whatAnActorThrowsComesOutOnce() {
        Actor<Void> actor = Actor.start("T1", () -> {
            throw new IOException("it");
        });
        assertThat(actor.ending()).isInstanceOf(IOException.class);
        assertThatThrownBy(actor::join).isInstanceOf(IOException.class);
    }

    @Test
    void anInterruptReachesTheActor() {
        Actor<Void> actor = Actor.start("T1", () -> new CountDownLatch(1).await());
        assertThat(actor.sleeps()).isTrue();
        actor.interrupt();
        assertThat(actor.ending()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void anActorThatBurnsItsCoreIsSaidToBusyWait() {
        CountDownLatch end = new CountDownLatch(1);
        Actor<Void> actor = Actor.start("T1", () -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        assertThatThrownBy(actor::sleeps)
                .isInstanceOfSatisfying(
                        CheckFailure.class,
                        failure -> assertThat(failure.finding().fault()).isEqualTo(Fault.BUSY_WAIT));
        end.countDown();
        actor.join();
    }

    @Test
    void aGaugeSeesTheMost() {
        Gauge gauge = new Gauge();
        CyclicBarrier all = new CyclicBarrier(3);
        Parallel.inParallel(3, i -> gauge.inside(all::await));
        assertThat(gauge.most()).isEqualTo(3);
        assertThat(gauge.now()).isZero();
        Gauge exclusive = new Gauge();
        Object lock = new Object();
        Parallel.inParallel(4, i -> {
            for (int n = 0; n < 1_000; n++) {
                synchronized (lock) {
                    exclusive.enter();
                    exclusive.leave();
                }
            }
        });
        assertThat(exclusive.most()).isEqualTo(1);
    }

    @Test
    void aMeetingLeavesNoPermitAndKeepsInterrupts() {
        for (int round = 0; round < 200; round++) {
            Rendezvous rendezvous = new Rendezvous(3, Fault.OVER_SERIALISED, "they never met");
            Parallel.inParallel(3, i -> {
                if (i == 1) {
                    Thread.currentThread().interrupt();
                }
                rendezvous.meet();
                assertThat(Thread.interrupted()).isEqualTo(i == 1);
                if (i != 1) {
                    // A permit left over would end this park at once; no thread unparks it, so it must last its time.
                    long start = System.nanoTime();
                    LockSupport.parkNanos(50_000);
                    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(40_000);
                }
            });
            rendezvous.meet();
        }
    }

    @Test
    void aMeetingThatFailsSaysWhatThatMeans() {
        Rendezvous rendezvous = new Rendezvous(2, Fault.OVER_SERIALISED, "they never met");
        assertThat(CheckContext.standstill()).isNull();
        Actor<Void> alone = Actor.start("T1", rendezvous::meet);
        assertThat(alone.sleeps()).isTrue();
        Finding finding = CheckContext.standstill();
        assertThat(finding).isNotNull();
        assertThat(finding.fault()).isEqualTo(Fault.OVER_SERIALISED);
        rendezvous.meet();
        alone.join();
        assertThat(CheckContext.standstill()).isNull();
    }

    @Test
    void reachIsAMeetingOnTheRealMachine() {
        Reach two = Reach.of(2, Fault.OVER_SERIALISED, "two never were inside");
        Parallel.inParallel(two::visit, two::visit);
        two.visit();
        assertThat(CheckContext.unreached("two never were inside")).isEqualTo(Fault.OVER_SERIALISED);
    }

    @Test
    void expectationsNameTheirFault() {
        Expect.that(true, Fault.BAD_TIMEOUT, "never");
        Expect.equal(3L, 3L, Fault.LOST_UPDATE, "the counter");
        assertThatThrownBy(() -> Expect.equal(2L, 3L, Fault.LOST_UPDATE, "after %d calls the counter", 3))
                .isInstanceOf(CheckFailure.class)
                .hasMessage("after 3 calls the counter: expected 3, but it is 2");
        assertThatThrownBy(() -> Expect.equal("", "a b", Fault.WRONG_RESULT, "the output"))
                .hasMessage("the output: expected \"a b\", but it is \"\"");
        IOException thrown = Expect.throwing(IOException.class, Fault.WRONG_RESULT, "the call", () -> {
            throw new IOException("yes");
        });
        assertThat(thrown).hasMessage("yes");
        assertThatThrownBy(() -> Expect.throwing(IOException.class, Fault.WRONG_RESULT, "the call", () -> {}))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("nothing was thrown");
        assertThatThrownBy(() -> Assume.that(false, "no such machine")).isInstanceOf(Inconclusive.class);
    }
}
