package bouncer.engine.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Time orders nothing: not the sleeps of two threads, not a sleep and what another thread does meanwhile. */
public class TimePrograms {
    private volatile boolean done;

    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(String.valueOf(what));
        }
    }

    private static void nap(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread start(Runnable body) {
        Thread thread = new Thread(body);
        thread.start();
        return thread;
    }

    public void badSleepInsteadOfJoin() {
        start(() -> done = true);
        nap(100);
        check(done, "not done");
    }

    public void badLongerSleepInsteadOfJoin() {
        start(() -> {
            nap(10);
            done = true;
        });
        nap(1_000);
        check(done, "not done");
    }

    public void badOrderOfSleepers() throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int number = i;
            threads[i] = start(() -> {
                nap(10 * (number + 1));
                synchronized (order) {
                    order.add(number);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        check(order.equals(List.of(0, 1)), order);
    }

    public void badTwoSleepsInARow() throws InterruptedException {
        AtomicInteger steps = new AtomicInteger();
        Thread other = start(() -> {
            nap(10);
            nap(10);
            steps.set(1);
        });
        nap(50);
        int seen = steps.get();
        other.join();
        check(seen == 1, seen);
    }

    public void badUnitSleep() throws InterruptedException {
        start(() -> done = true);
        TimeUnit.MILLISECONDS.sleep(20);
        check(done, "not done");
    }

    public void badTimedJoin() throws InterruptedException {
        Thread other = start(() -> {
            nap(50);
            done = true;
        });
        other.join(100);
        check(done, "not done");
    }

    public void badTimedPoll() throws InterruptedException {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        start(() -> {
            nap(50);
            queue.add(1);
        });
        check(queue.poll(100, TimeUnit.MILLISECONDS) != null, "nothing");
    }

    public void badTimedParks() throws InterruptedException {
        Thread other = start(() -> {
            LockSupport.parkNanos(10_000_000);
            done = true;
        });
        LockSupport.parkNanos(20_000_000);
        boolean seen = done;
        other.join();
        check(seen, "not done");
    }

    public void badTimedWait() throws InterruptedException {
        Object lock = new Object();
        start(() -> {
            nap(30);
            synchronized (lock) {
                done = true;
                lock.notifyAll();
            }
        });
        synchronized (lock) {
            if (!done) {
                lock.wait(60);
            }
            check(done, "not done");
        }
    }

    public void generousWaitForASleeper() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        start(() -> {
            nap(20);
            latch.countDown();
        });
        check(latch.await(10, TimeUnit.SECONDS), "too slow");
    }

    public void pollingEndsByTheChange() {
        start(() -> {
            nap(100);
            done = true;
        });
        while (!done) {
            nap(10);
        }
    }

    public void badPollingThatGivesUp() {
        start(() -> {
            nap(100);
            done = true;
        });
        for (int i = 0; i < 3 && !done; i++) {
            nap(10);
        }
        check(done, "gave up");
    }

    public void sleepsLastAsLongAsAsked() {
        long start = System.nanoTime();
        nap(10);
        check(System.nanoTime() - start >= 10_000_000, "short");
    }

    public void timeIsSeenByThoseWhoJoin() throws InterruptedException {
        long start = System.nanoTime();
        Thread other = start(() -> nap(20));
        other.join();
        check(System.nanoTime() - start >= 20_000_000, "short");
    }

    public void tryLockOfALockHeldForLong() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        Thread other = start(() -> {
            lock.lock();
            held.countDown();
            nap(2_000);
            lock.unlock();
        });
        held.await();
        if (lock.tryLock(10, TimeUnit.MILLISECONDS)) {
            lock.unlock();
        }
        other.join();
    }

    public void badTryLockThatMustFail() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch held = new CountDownLatch(1);
        start(() -> {
            lock.lock();
            held.countDown();
            nap(50);
            lock.unlock();
        });
        held.await();
        check(!lock.tryLock(40, TimeUnit.MILLISECONDS), "got it");
    }

    public void scheduledTask() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        check(pool.schedule(() -> 1, 1, TimeUnit.SECONDS).get() == 1, "value");
        pool.shutdown();
        check(pool.awaitTermination(10, TimeUnit.SECONDS), "not ended");
    }

    public void badOrderOfScheduledTasks() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
        AtomicInteger value = new AtomicInteger();
        Future<?> first = pool.schedule(() -> value.set(1), 10, TimeUnit.MILLISECONDS);
        Future<?> second = pool.schedule(() -> value.set(2), 20, TimeUnit.MILLISECONDS);
        first.get();
        second.get();
        check(value.get() == 2, value);
    }

    public void badScheduledTaskAgainstASleep() {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        pool.schedule(
                () -> {
                    done = true;
                },
                10,
                TimeUnit.MILLISECONDS);
        nap(50);
        check(done, "not done");
    }

    public void badScheduledTaskAgainstTheCaller() throws Exception {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger value = new AtomicInteger();
        Future<?> later = pool.schedule(() -> value.set(1), 10, TimeUnit.MILLISECONDS);
        value.set(2);
        later.get();
        check(value.get() == 1, value);
    }

    public void fixedRate() throws InterruptedException {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        CountDownLatch turns = new CountDownLatch(3);
        ScheduledFuture<?> task = pool.scheduleAtFixedRate(turns::countDown, 10, 10, TimeUnit.MILLISECONDS);
        turns.await();
        task.cancel(false);
        pool.shutdownNow();
    }

    public void timedInvokeAllOfSleepers() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(2);
        List<Callable<Integer>> tasks = List.of(() -> 0, () -> {
            Thread.sleep(12);
            return 1;
        });
        for (Future<Integer> each : pool.invokeAll(tasks, 12, TimeUnit.MILLISECONDS)) {
            check(each.isDone(), each);
        }
        pool.shutdown();
        check(pool.awaitTermination(10, TimeUnit.SECONDS), "not ended");
    }

    public void badTimerAgainstASleep() {
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        done = true;
                    }
                },
                10);
        nap(50);
        check(done, "not done");
    }

    public void badDelayedFutureAgainstASleep() {
        CompletableFuture.runAsync(() -> done = true, CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS));
        nap(50);
        check(done, "not done");
    }

    public void badTimeoutOfAFuture() throws Exception {
        CompletableFuture<Integer> future = new CompletableFuture<>();
        start(() -> {
            nap(50);
            future.complete(1);
        });
        try {
            check(future.completeOnTimeout(2, 100, TimeUnit.MILLISECONDS).get() == 1, "timeout");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void interruptEndsASleep() throws InterruptedException {
        Thread other = start(() -> {
            try {
                Thread.sleep(100_000);
            } catch (InterruptedException e) {
                done = true;
            }
        });
        other.interrupt();
        other.join();
        check(done || !other.isAlive(), "alive");
    }
}
