package bouncer.engine.verdicts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Details of the library's documentation that programs rest on. */
public class ModelPrograms {
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public void aFairConditionIsFirstInFirstOut() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock(true);
        Condition condition = lock.newCondition();
        List<Integer> order = new ArrayList<>();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int number = i;
            CountDownLatch in = new CountDownLatch(1);
            threads[i] = start(() -> {
                lock.lock();
                in.countDown();
                condition.awaitUninterruptibly();
                order.add(number);
                lock.unlock();
            });
            in.await();
        }
        lock.lock();
        condition.signalAll();
        check(lock.hasQueuedThread(threads[0]) && lock.hasQueuedThread(threads[1]), "not queued");
        lock.unlock();
        for (Thread thread : threads) {
            thread.join();
        }
        check(order.equals(List.of(0, 1)), order);
    }

    public void badAnUnfairConditionIsNot() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        List<Integer> order = new ArrayList<>();
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int number = i;
            CountDownLatch in = new CountDownLatch(1);
            threads[i] = start(() -> {
                lock.lock();
                in.countDown();
                condition.awaitUninterruptibly();
                order.add(number);
                lock.unlock();
                lock.lock();
                lock.unlock();
            });
            in.await();
        }
        lock.lock();
        condition.signal();
        lock.unlock();
        lock.lock();
        condition.signal();
        lock.unlock();
        for (Thread thread : threads) {
            thread.join();
        }
        check(order.equals(List.of(1, 0)), order);
    }

    public void fairWritersAreServedInOrder() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
        Condition condition = lock.writeLock().newCondition();
        CountDownLatch in = new CountDownLatch(1);
        Thread waiter = start(() -> {
            lock.writeLock().lock();
            in.countDown();
            condition.awaitUninterruptibly();
            lock.writeLock().unlock();
        });
        in.await();
        lock.writeLock().lock();
        condition.signal();
        check(lock.hasQueuedThread(waiter), "not queued");
        lock.writeLock().unlock();
        waiter.join();
    }

    private static final class Mutex extends AbstractQueuedSynchronizer {
        @Override
        protected boolean tryAcquire(int n) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int n) {
            setState(0);
            return true;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getState() == 1;
        }

        ConditionObject condition() {
            return new ConditionObject();
        }
    }

    public void aSignalMovesAWaiterToTheQueueOfASynchronizer() throws InterruptedException {
        Mutex mutex = new Mutex();
        AbstractQueuedSynchronizer.ConditionObject condition = mutex.condition();
        CountDownLatch in = new CountDownLatch(1);
        Thread waiter = start(() -> {
            mutex.acquire(1);
            in.countDown();
            condition.awaitUninterruptibly();
            mutex.release(1);
        });
        in.await();
        mutex.acquire(1);
        check(!mutex.hasQueuedThreads(), "queued early");
        condition.signal();
        check(mutex.hasQueuedThreads() && mutex.isQueued(waiter), "not queued");
        mutex.release(1);
        waiter.join();
    }

    private static Object copied(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(object);
        return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    private static final class Account implements Serializable {
        private final AtomicInteger balance = new AtomicInteger(5);
        private final ReentrantLock lock = new ReentrantLock(true);
    }

    public void serializedModels() throws IOException, ClassNotFoundException {
        Account account = (Account) copied(new Account());
        check(account.balance.incrementAndGet() == 6 && account.lock.isFair(), "account");
        account.lock.lock();
        account.lock.unlock();
        check(copied(new ConcurrentHashMap<>(Map.of(1, 2))).equals(Map.of(1, 2)), "map");
        ArrayBlockingQueue<?> queue = (ArrayBlockingQueue<?>) copied(new ArrayBlockingQueue<>(2, false, List.of(1)));
        check(queue.remainingCapacity() == 1 && queue.peek().equals(1), queue);
    }

    public void serializedLists() throws IOException, ClassNotFoundException {
        check(copied(new ArrayList<>(List.of(1, 2))).equals(List.of(1, 2)), "list");
    }

    private static final class Holder {
        private volatile int value;
    }

    public void updatersOfNestmates() {
        check(AtomicIntegerFieldUpdater.newUpdater(Holder.class, "value").incrementAndGet(new Holder()) == 1, "value");
    }

    public void updatersOfStrangersAreRefused() {
        try {
            AtomicIntegerFieldUpdater.newUpdater(Stranger.class, "hidden");
            throw new AssertionError("accessible");
        } catch (RuntimeException e) {
            check(e.getCause() instanceof IllegalAccessException, e);
        }
    }

    public void manyReaders() {
        StampedLock lock = new StampedLock();
        for (int i = 1; i <= 200; i++) {
            lock.readLock();
            check(lock.getReadLockCount() == i, i);
        }
        for (int i = 200; i > 0; i--) {
            check(lock.tryUnlockRead(), i);
        }
        check(lock.tryWriteLock() != 0, "still read");
    }

    public void minimalStages() {
        CompletionStage<Integer> stage = new CompletableFuture<Integer>().minimalCompletionStage();
        check(
                stage.toCompletableFuture().complete(1)
                        && stage.toCompletableFuture().complete(2),
                "the same");
        check(CompletableFuture.completedStage(3).toCompletableFuture().join() == 3, "value");
        check(stage.thenApply(x -> x).toCompletableFuture().isDone() == false, "done");
        try {
            ((CompletableFuture<Integer>) stage).join();
            throw new AssertionError("joined");
        } catch (UnsupportedOperationException expected) {
            check(expected.getMessage() == null, expected);
        }
    }

    public void completionServiceAsksForItsTasks() throws Exception {
        class Mine<V> extends FutureTask<V> {
            Mine(Runnable body, V value) {
                super(body, value);
            }
        }
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected <T> RunnableFuture<T> newTaskFor(Runnable body, T value) {
                return new Mine<>(body, value);
            }
        };
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
        Future<Integer> future = service.submit(() -> {}, 1);
        check(future instanceof Mine && service.take() == future, future);
        pool.shutdown();
    }

    public void theInterruptOfAThreadsClassIsCalled() throws InterruptedException {
        boolean[] called = new boolean[1];
        CountDownLatch in = new CountDownLatch(1);
        CountDownLatch out = new CountDownLatch(1);
        FutureTask<Void> task = new FutureTask<>(() -> {
            in.countDown();
            try {
                out.await();
            } catch (InterruptedException e) {
                return null;
            }
            throw new AssertionError("not interrupted");
        });
        Thread thread = new Thread(task) {
            @Override
            public void interrupt() {
                called[0] = true;
                super.interrupt();
            }
        };
        thread.start();
        in.await();
        task.cancel(true);
        thread.join();
        check(called[0], "not called");
    }

    public void aCompletedTaskAnswersTheInterrupted() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(() -> 1);
        task.run();
        Thread.currentThread().interrupt();
        check(task.get() == 1 && task.get(1, TimeUnit.SECONDS) == 1, "value");
        check(CompletableFuture.completedFuture(2).get() == 2, "value");
        check(Thread.interrupted(), "status lost");
    }

    public void anOpenTaskRefusesTheInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        try {
            new FutureTask<>(() -> 1).get();
            throw new AssertionError("value");
        } catch (InterruptedException expected) {
            check(!Thread.interrupted(), "status kept");
        }
    }

    public void keysAreConcurrent() {
        Spliterator<Integer> keys =
                new ConcurrentHashMap<>(Map.of(1, 1)).keySet().spliterator();
        check(keys.hasCharacteristics(Spliterator.CONCURRENT), keys.characteristics());
    }

    public void publishersUseTheCommonPool() {
        check(new SubmissionPublisher<Integer>().getExecutor() == ForkJoinPool.commonPool(), "another");
    }

    public void coreThreadsStay() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 4, 10, TimeUnit.MILLISECONDS, new ArrayBlockingQueue<>(1));
        CountDownLatch done = new CountDownLatch(3);
        for (int i = 0; i < 3; i++) {
            pool.execute(done::countDown);
        }
        done.await();
        Thread.sleep(100);
        check(pool.getPoolSize() >= 1, pool.getPoolSize());
        pool.shutdown();
    }

    public void tasksOutliveAFactoryThatFails() throws InterruptedException {
        int[] calls = new int[1];
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), r -> ++calls[0] > 1 ? null : new Thread(r));
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(done::countDown);
        pool.execute(done::countDown);
        done.await();
        pool.shutdown();
    }

    public void theHookRunsBeforeThePoolHasTerminated() throws InterruptedException {
        boolean[] hook = new boolean[1];
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void terminated() {
                hook[0] = true;
            }
        };
        pool.execute(() -> {});
        pool.shutdown();
        check(pool.awaitTermination(10, TimeUnit.SECONDS) && hook[0], "hook");
    }

    public void aSingleThreadIsOne() throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        int[] plain = new int[1];
        Callable<Integer> add = () -> ++plain[0];
        Thread other = start(() -> single.submit(add));
        int mine = single.submit(add).get();
        other.join();
        check(single.submit(add).get() == 3 && mine < 3, plain[0]);
        single.shutdown();
    }

    public void anIdleDaemonIsNotStuck() throws InterruptedException {
        LinkedBlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
        Thread actor = new Thread(() -> {
            try {
                while (true) {
                    mailbox.take().run();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        actor.setDaemon(true);
        actor.start();
        CountDownLatch done = new CountDownLatch(1);
        mailbox.put(done::countDown);
        done.await();
    }

    public void anIdleDaemonOnAMonitorIsNotStuck() {
        Object lock = new Object();
        int[] work = new int[1];
        Thread actor = new Thread(() -> {
            synchronized (lock) {
                while (true) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                    work[0]--;
                }
            }
        });
        actor.setDaemon(true);
        actor.start();
        synchronized (lock) {
            work[0]++;
            lock.notifyAll();
        }
    }

    public void badWaitForADaemonThatIsStuck() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread helper = new Thread(() -> {
            await(never);
            done.countDown();
        });
        helper.setDaemon(true);
        helper.start();
        done.await();
    }

    public void badDeadlockOfTwoDaemons() throws InterruptedException {
        ReentrantLock left = new ReentrantLock();
        ReentrantLock right = new ReentrantLock();
        CountDownLatch done = new CountDownLatch(2);
        for (ReentrantLock[] pair : List.of(new ReentrantLock[] {left, right}, new ReentrantLock[] {right, left})) {
            Thread thread = new Thread(() -> {
                pair[0].lock();
                pair[1].lock();
                pair[1].unlock();
                pair[0].unlock();
                done.countDown();
            });
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
    }

    public void valuesAreInherited() throws InterruptedException {
        InheritableThreadLocal<Integer> value = new InheritableThreadLocal<>();
        value.set(1);
        int[] seen = new int[1];
        start(() -> seen[0] = value.get()).join();
        check(seen[0] == 1, seen[0]);
    }

    /** Has an executor of its own that runs tasks in the caller. */
    private static final class Direct extends java.util.concurrent.AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return Arrays.asList();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return true;
        }
    }

    public void timedInvokeAllLooksAtTheClock() throws Exception {
        List<Callable<Integer>> tasks = List.of(
                () -> 0,
                () -> {
                    Thread.sleep(20);
                    return 1;
                },
                () -> 2);
        List<Future<Integer>> futures = new Direct().invokeAll(tasks, 20, TimeUnit.MILLISECONDS);
        check(futures.get(1).get() == 1 && futures.get(2).isCancelled(), futures);
    }

    public void executorsOfTheProgram() {
        Executor direct = Runnable::run;
        check(
                CompletableFuture.supplyAsync(() -> 1, direct)
                                .thenApplyAsync(x -> x + 1, direct)
                                .join()
                        == 2,
                "sum");
    }
}
