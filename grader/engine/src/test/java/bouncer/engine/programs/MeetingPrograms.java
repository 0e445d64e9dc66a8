package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** On semaphores, latches and barriers: how threads meet. */
public class MeetingPrograms extends Programs {
    void semaphore() throws InterruptedException {
        Semaphore permits = new Semaphore(1);
        int[] shared = new int[1];
        boolean[] got = new boolean[1];
        Body holder = () -> {
            permits.acquire();
            shared[0]++;
            permits.release();
        };
        all(holder, holder, () -> {
            got[0] = permits.tryAcquire();
            if (got[0]) {
                shared[0] += 10;
                permits.release();
            }
        });
        Seen.outcome(shared[0], got[0], permits.availablePermits());
    }

    void semaphoreInBulk() throws InterruptedException {
        Semaphore permits = new Semaphore(0);
        StringBuffer order = new StringBuffer();
        all(
                () -> {
                    permits.acquire(2);
                    order.append("two");
                },
                () -> {
                    permits.acquire();
                    order.append("one");
                },
                () -> permits.release(2),
                permits::release);
        Seen.outcome(order, permits.availablePermits());
    }

    void latch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        int[] shared = new int[2];
        int[] r = new int[1];
        all(
                () -> {
                    shared[0] = 1;
                    latch.countDown();
                },
                () -> {
                    shared[1] = 2;
                    latch.countDown();
                },
                () -> {
                    latch.await();
                    r[0] = shared[0] + shared[1];
                });
        Seen.outcome(r[0], latch.getCount());
    }

    void barrier() throws InterruptedException {
        int[] acted = new int[1];
        CyclicBarrier barrier = new CyclicBarrier(2, () -> acted[0]++);
        int[] r = new int[2];
        all(() -> r[0] = barrier.await(), () -> r[1] = barrier.await());
        Seen.outcome(r[0], r[1], acted[0]);
    }

    void brokenBarrier() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(2);
        String[] r = new String[1];
        Thread waiter = start(() -> {
            try {
                barrier.await();
                r[0] = "passed";
            } catch (InterruptedException e) {
                r[0] = "interrupted";
            } catch (BrokenBarrierException e) {
                r[0] = "broken";
            }
        });
        waiter.interrupt();
        waiter.join();
        Seen.outcome(r[0], barrier.isBroken());
    }

    void interruptedAcquire() throws InterruptedException {
        Semaphore permits = new Semaphore(0);
        String[] r = new String[1];
        Thread waiter = start(() -> {
            try {
                permits.acquire();
                r[0] = "acquired";
            } catch (InterruptedException e) {
                r[0] = "interrupted";
            }
        });
        waiter.interrupt();
        permits.release();
        waiter.join();
        Seen.outcome(r[0], permits.availablePermits());
    }

    void phaser() throws InterruptedException {
        int[] acted = new int[1];
        Phaser phaser = new Phaser(2) {
            @Override
            protected boolean onAdvance(int phase, int parties) {
                acted[0]++;
                return phase == 1;
            }
        };
        int[] r = new int[2];
        all(
                () -> {
                    phaser.arriveAndAwaitAdvance();
                    r[0] = phaser.arriveAndDeregister();
                },
                () -> {
                    phaser.arrive();
                    r[1] = phaser.awaitAdvance(0);
                    phaser.arriveAndAwaitAdvance();
                });
        Seen.outcome(r[0], r[1], acted[0], phaser.isTerminated());
    }

    void phaserRegisters() throws InterruptedException {
        Phaser phaser = new Phaser(1);
        int[] r = new int[2];
        all(
                () -> {
                    r[0] = phaser.register();
                    phaser.arriveAndDeregister();
                },
                () -> r[1] = phaser.arriveAndDeregister());
        Seen.outcome(r[0], r[1], phaser.getPhase(), phaser.getRegisteredParties());
    }

    void phaserBelowAnother() throws InterruptedException {
        Phaser root = new Phaser(1);
        Phaser leaf = new Phaser(root, 1);
        int[] shared = new int[1];
        int[] r = new int[2];
        all(
                () -> {
                    shared[0] = 7;
                    r[0] = leaf.arriveAndAwaitAdvance();
                },
                () -> {
                    root.arriveAndAwaitAdvance();
                    r[1] = shared[0];
                });
        Seen.outcome(r[0], r[1], leaf.getPhase(), leaf.getUnarrivedParties());
    }

    void phaserInterrupted() throws InterruptedException {
        Phaser phaser = new Phaser(1);
        String[] r = new String[1];
        Thread waiter = start(() -> {
            try {
                r[0] = "phase " + phaser.awaitAdvanceInterruptibly(0);
            } catch (InterruptedException e) {
                r[0] = "interrupted";
            }
        });
        waiter.interrupt();
        phaser.arrive();
        waiter.join();
        Seen.outcome(r[0]);
    }

    void exchanger() throws InterruptedException {
        Exchanger<int[]> exchanger = new Exchanger<>();
        int[] r = new int[2];
        all(
                () -> r[0] = exchanger.exchange(new int[] {1})[0],
                () -> r[1] = exchanger.exchange(new int[] {2})[0]);
        Seen.outcome(r[0], r[1]);
    }

    void exchangerInterrupted() throws InterruptedException {
        Exchanger<String> exchanger = new Exchanger<>();
        String[] r = new String[2];
        Thread waiter = start(() -> {
            try {
                r[0] = exchanger.exchange("a");
            } catch (InterruptedException e) {
                r[0] = "interrupted";
            }
        });
        Thread other = start(() -> {
            try {
                r[1] = exchanger.exchange("b", 2, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                r[1] = "timeout";
            }
        });
        waiter.interrupt();
        waiter.join();
        other.join();
        Seen.outcome(r[0], r[1]);
    }
}
