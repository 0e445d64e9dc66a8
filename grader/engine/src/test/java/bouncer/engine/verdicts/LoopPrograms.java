package bouncer.engine.verdicts;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Loops that read the same again and again, and end by themselves, by a change, or not at all. */
public class LoopPrograms {
    private volatile boolean go;

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(String.valueOf(what));
        }
    }

    private static Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.start();
        return thread;
    }

    public void manyReadsAlone() {
        AtomicInteger one = new AtomicInteger(1);
        int sum = 0;
        for (int i = 0; i < 5_000; i++) {
            sum += one.get();
        }
        check(sum == 5_000, sum);
    }

    public void manyReadsOfAMap() {
        ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
        map.put(1, 1);
        int sum = 0;
        for (int i = 0; i < 3_000; i++) {
            sum += map.get(1);
        }
        check(sum == 3_000, sum);
    }

    public void manyReadsWhileAnotherWaits() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread other = start(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 2_000 && latch.getCount() == 1; i++) {
            Thread.onSpinWait();
        }
        latch.countDown();
        other.join();
    }

    public void spinningThatGivesUp() throws InterruptedException {
        Thread other = start(() -> go = true);
        for (int i = 0; i < 3_000 && !go; i++) {
            Thread.yield();
        }
        other.join();
    }

    public void spinningUntilAChange() {
        start(() -> go = true);
        while (!go) {
            Thread.onSpinWait();
        }
    }

    public void badSpinningForNothing() {
        while (!go) {
            Thread.onSpinWait();
        }
    }

    public void badSpinningOnALockThatIsKept() throws InterruptedException {
        AtomicBoolean held = new AtomicBoolean();
        Runnable take = () -> {
            while (!held.compareAndSet(false, true)) {
                Thread.yield();
            }
        };
        Thread other = start(take);
        take.run();
        other.join();
    }

    public void waitingForAState() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread other = start(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (other.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        latch.countDown();
        other.join();
    }

    public void waitingForAStateAsleep() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread other = start(() -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; other.getState() != Thread.State.WAITING; i++) {
            check(i < 7_500, "never");
            Thread.sleep(1);
        }
        latch.countDown();
        other.join();
    }

    public void waitingForABlockedThread() throws InterruptedException {
        Object lock = new Object();
        Thread other;
        synchronized (lock) {
            other = start(() -> {
                synchronized (lock) {
                    go = true;
                }
            });
            while (other.getState() != Thread.State.BLOCKED) {
                // look again
            }
            check(!go, "inside");
        }
        other.join();
    }

    public void badWaitForAStateThatNeverComes() {
        Thread other = start(() -> {});
        while (other.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
    }

    public void waitingForABlocker() throws InterruptedException {
        Object blocker = new Object();
        Thread other = start(() -> {
            while (!go) {
                LockSupport.park(blocker);
            }
        });
        while (LockSupport.getBlocker(other) != blocker) {
            Thread.yield();
        }
        go = true;
        LockSupport.unpark(other);
        other.join();
    }

    public void waitingForAQueuedThread() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread other = start(() -> {
            lock.lock();
            lock.unlock();
        });
        while (!lock.hasQueuedThread(other)) {
            Thread.yield();
        }
        check(lock.hasQueuedThreads() && lock.getQueueLength() == 1, "queue");
        lock.unlock();
        other.join();
    }

    public void waitingForQuiet() {
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.execute(() -> go = true);
        while (!pool.isQuiescent()) {
            Thread.yield();
        }
        check(go, "not run");
    }
}
