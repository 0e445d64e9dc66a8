package bouncer.engine.juc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Small right programs, one for each library class or two, each with several possible outcomes. They run explored, where the
 * library classes are models, and for real. None may race, block for ever or throw.
 */
public class Programs {
    /** What a thread may do. */
    interface Body {
        void run() throws Exception;
    }

    private static Thread start(Body body) {
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static void all(Body... bodies) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Body body : bodies) {
            threads.add(start(body));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    void atomicInteger() throws InterruptedException {
        AtomicInteger value = new AtomicInteger(1);
        int[] r = new int[3];
        all(
                () -> r[0] = value.getAndAdd(2),
                () -> r[1] = value.updateAndGet(v -> v * 3),
                () -> r[2] = value.compareAndSet(3, 10) ? 1 : 0);
        Seen.outcome(r[0], r[1], r[2], value.get());
    }

    void atomicReference() throws InterruptedException {
        AtomicReference<String> value = new AtomicReference<>("a");
        String[] r = new String[2];
        all(() -> r[0] = value.getAndSet("b"), () -> r[1] = value.accumulateAndGet("c", String::concat));
        Seen.outcome(r[0], r[1], value.get());
    }

    void atomicBooleanGate() throws InterruptedException {
        AtomicBoolean gate = new AtomicBoolean();
        int[] plain = new int[1];
        boolean[] seen = new boolean[1];
        all(
                () -> {
                    plain[0] = 7;
                    gate.set(true);
                },
                () -> seen[0] = gate.get() && plain[0] == 7);
        Seen.outcome(seen[0]);
    }

    void atomicArray() throws InterruptedException {
        AtomicIntegerArray values = new AtomicIntegerArray(2);
        int[] r = new int[2];
        all(
                () -> {
                    values.set(0, 1);
                    r[0] = values.get(1);
                },
                () -> {
                    values.set(1, 1);
                    r[1] = values.get(0);
                });
        Seen.outcome(r[0], r[1]);
    }

    void stampedReference() throws InterruptedException {
        AtomicStampedReference<String> value = new AtomicStampedReference<>("a", 0);
        boolean[] r = new boolean[2];
        all(() -> r[0] = value.compareAndSet("a", "b", 0, 1), () -> r[1] = value.compareAndSet("a", "c", 0, 1));
        Seen.outcome(r[0], r[1], value.getReference(), value.getStamp());
    }

    private volatile int updated;
    private static final AtomicIntegerFieldUpdater<Programs> UPDATED =
            AtomicIntegerFieldUpdater.newUpdater(Programs.class, "updated");

    void fieldUpdater() throws InterruptedException {
        int[] r = new int[2];
        all(() -> r[0] = UPDATED.incrementAndGet(this), () -> {
            updated = 5;
            r[1] = updated;
        });
        Seen.outcome(r[0], r[1], updated);
    }

    void longAdder() throws InterruptedException {
        LongAdder adder = new LongAdder();
        long[] r = new long[1];
        all(adder::increment, adder::decrement, () -> r[0] = adder.sum());
        Seen.outcome(r[0], adder.sum());
    }

    void reentrantLock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        int[] shared = new int[1];
        boolean[] got = new boolean[1];
        all(
                () -> {
                    lock.lock();
                    lock.lock();
                    shared[0]++;
                    lock.unlock();
                    lock.unlock();
                },
                () -> {
                    got[0] = lock.tryLock();
                    if (got[0]) {
                        shared[0]++;
                        lock.unlock();
                    }
                },
                () -> {
                    lock.lock();
                    shared[0] *= 2;
                    lock.unlock();
                });
        Seen.outcome(shared[0], got[0]);
    }

    void fairLock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock(true);
        StringBuilder order = new StringBuilder();
        all(() -> locked(lock, order, "a"), () -> locked(lock, order, "b"));
        Seen.outcome(order);
    }

    private static void locked(ReentrantLock lock, StringBuilder order, String name) {
        lock.lock();
        order.append(name);
        lock.unlock();
    }

    void condition() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition ready = lock.newCondition();
        int[] items = new int[1];
        StringBuilder order = new StringBuilder();
        Body consumer = () -> {
            lock.lock();
            try {
                while (items[0] == 0) {
                    ready.await();
                }
                order.append(items[0]--);
            } finally {
                lock.unlock();
            }
        };
        all(consumer, consumer, () -> {
            lock.lock();
            try {
                items[0] = 2;
                ready.signal();
                ready.signal();
            } finally {
                lock.unlock();
            }
        });
        Seen.outcome(order);
    }

    void conditionTimesOut() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();
        boolean[] r = new boolean[1];
        all(() -> {
            lock.lock();
            try {
                r[0] = never.await(1, TimeUnit.MILLISECONDS);
            } finally {
                lock.unlock();
            }
        });
        Seen.outcome(r[0], lock.isLocked());
    }

    void readWriteLock() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        int[] shared = new int[1];
        int[] r = new int[2];
        Body writer = () -> {
            lock.writeLock().lock();
            shared[0]++;
            lock.writeLock().unlock();
        };
        all(
                writer,
                () -> {
                    lock.readLock().lock();
                    r[0] = shared[0];
                    lock.readLock().unlock();
                },
                () -> {
                    lock.readLock().lock();
                    r[1] = shared[0];
                    lock.readLock().unlock();
                });
        Seen.outcome(r[0], r[1]);
    }

    void stampedLock() throws InterruptedException {
        StampedLock lock = new StampedLock();
        int[] shared = new int[1];
        int[] r = new int[1];
        all(
                () -> {
                    long stamp = lock.writeLock();
                    shared[0]++;
                    lock.unlockWrite(stamp);
                },
                () -> {
                    long stamp = lock.readLock();
                    r[0] = shared[0];
                    long upgraded = lock.tryConvertToWriteLock(stamp);
                    if (upgraded != 0) {
                        shared[0] += 10;
                        lock.unlockWrite(upgraded);
                    } else {
                        lock.unlockRead(stamp);
                    }
                });
        Seen.outcome(r[0], shared[0]);
    }

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

    void linkedQueue() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1));
        Integer[] r = new Integer[2];
        all(() -> queue.offer(2), () -> r[0] = queue.poll(), () -> r[1] = queue.poll());
        Seen.outcome(r[0], r[1], queue);
    }

    void linkedDeque() throws InterruptedException {
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>(List.of(1, 2));
        Integer[] r = new Integer[2];
        all(() -> r[0] = deque.pollFirst(), () -> r[1] = deque.pollLast(), () -> deque.addFirst(0));
        Seen.outcome(r[0], r[1], deque);
    }

    void boundedQueue() throws InterruptedException {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        Integer[] r = new Integer[2];
        all(() -> queue.put(1), () -> queue.put(2), () -> {
            r[0] = queue.take();
            r[1] = queue.take();
        });
        Seen.outcome(r[0], r[1]);
    }

    void blockingQueuePublishes() throws InterruptedException {
        LinkedBlockingQueue<int[]> queue = new LinkedBlockingQueue<>();
        int[] r = new int[1];
        all(
                () -> {
                    int[] box = new int[1];
                    box[0] = 5;
                    queue.add(box);
                },
                () -> r[0] = queue.take()[0]);
        Seen.outcome(r[0], queue.size());
    }

    void blockingDeque() throws InterruptedException {
        LinkedBlockingDeque<Integer> deque = new LinkedBlockingDeque<>(1);
        Integer[] r = new Integer[1];
        boolean[] b = new boolean[1];
        all(() -> b[0] = deque.offerFirst(1), () -> deque.putLast(2), () -> r[0] = deque.takeFirst());
        Seen.outcome(b[0], r[0], deque);
    }

    void priorityQueue() throws InterruptedException {
        PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
        Integer[] r = new Integer[1];
        all(() -> queue.add(2), () -> queue.add(1), () -> r[0] = queue.take());
        Seen.outcome(r[0], queue);
    }

    void synchronousQueue() throws InterruptedException {
        SynchronousQueue<Integer> queue = new SynchronousQueue<>();
        Integer[] r = new Integer[1];
        boolean[] b = new boolean[1];
        all(() -> queue.put(1), () -> b[0] = queue.offer(2), () -> {
            r[0] = queue.take();
            if (r[0] == 2) {
                queue.take();
            }
        });
        Seen.outcome(r[0], b[0]);
    }

    void hashMap() throws InterruptedException {
        ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
        Integer[] r = new Integer[2];
        all(
                () -> map.merge("k", 1, Integer::sum),
                () -> r[0] = map.putIfAbsent("k", 10),
                () -> r[1] = map.computeIfPresent("k", (k, v) -> v == 11 ? null : v * 2));
        Seen.outcome(r[0], r[1], map);
    }

    void keySet() throws InterruptedException {
        ConcurrentHashMap.KeySetView<Integer, Boolean> keys = ConcurrentHashMap.newKeySet();
        boolean[] r = new boolean[3];
        all(() -> r[0] = keys.add(1), () -> r[1] = keys.add(1), () -> r[2] = keys.remove(1));
        Seen.outcome(r[0], r[1], r[2], keys);
    }

    void copyOnWrite() throws InterruptedException {
        CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>(List.of(1));
        int[] sum = new int[1];
        all(() -> list.add(2), () -> list.remove((Integer) 1), () -> {
            for (int i : list) {
                sum[0] += i;
            }
        });
        Seen.outcome(sum[0], list);
    }

    void futureTask() throws InterruptedException {
        FutureTask<Integer> task = new FutureTask<>(() -> 3);
        String[] r = new String[1];
        all(task::run, () -> task.cancel(false), () -> {
            try {
                r[0] = "got " + task.get();
            } catch (java.util.concurrent.CancellationException e) {
                r[0] = "cancelled";
            }
        });
        Seen.outcome(r[0], task.isCancelled());
    }

    void fixedPool() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger next = new AtomicInteger();
        Future<Integer> first = pool.submit(next::incrementAndGet);
        Future<Integer> second = pool.submit(next::incrementAndGet);
        pool.shutdown();
        order.add(first.get());
        order.add(second.get());
        Seen.outcome(order, pool.awaitTermination(1, TimeUnit.SECONDS));
    }

    void singleThreadKeepsOrder() throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        StringBuilder order = new StringBuilder();
        pool.execute(() -> order.append("a"));
        pool.execute(() -> order.append("b"));
        pool.shutdown();
        boolean ended = pool.awaitTermination(1, TimeUnit.MINUTES);
        Seen.outcome(order, ended, pool.isTerminated());
    }

    void cachedPool() throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        CountDownLatch met = new CountDownLatch(2);
        Callable<Integer> task = () -> {
            met.countDown();
            met.await();
            return 1;
        };
        int sum = 0;
        for (Future<Integer> future : pool.invokeAll(List.of(task, task))) {
            sum += future.get();
        }
        pool.shutdownNow();
        Seen.outcome(sum);
    }

    void completableFutures() {
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<Integer> a = CompletableFuture.supplyAsync(next::incrementAndGet);
        CompletableFuture<Integer> b = CompletableFuture.supplyAsync(next::incrementAndGet);
        int sum = a.thenCombine(b, (x, y) -> x * 10 + y).join();
        Seen.outcome(sum, CompletableFuture.allOf(a, b).isDone());
    }

    void completedOnce() throws InterruptedException {
        CompletableFuture<String> future = new CompletableFuture<>();
        boolean[] r = new boolean[2];
        String[] seen = new String[1];
        all(
                () -> r[0] = future.complete("a"),
                () -> r[1] = future.completeExceptionally(new IllegalStateException("b")),
                () -> seen[0] = future.exceptionally(Throwable::getMessage).join());
        Seen.outcome(r[0], r[1], seen[0]);
    }

    /** Adds up by halves. */
    private static final class Sum extends RecursiveTask<Integer> {
        private final int from;
        private final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                return from;
            }
            Sum left = new Sum(from, (from + to) / 2);
            Sum right = new Sum((from + to) / 2, to);
            left.fork();
            return right.compute() + left.join();
        }
    }

    void forkJoin() {
        Seen.outcome(new ForkJoinPool(2).invoke(new Sum(1, 4)));
    }

    /** A lock of the program's own on the library's queue of waiters. */
    private static final class Latch1 extends AbstractQueuedSynchronizer {
        @Override
        protected boolean tryAcquire(int arg) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int arg) {
            setState(0);
            return true;
        }
    }

    void ownSynchronizer() throws InterruptedException {
        Latch1 lock = new Latch1();
        int[] shared = new int[1];
        Body body = () -> {
            lock.acquire(1);
            shared[0]++;
            lock.release(1);
        };
        all(body, body);
        Seen.outcome(shared[0], lock.hasQueuedThreads());
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

    void synchronizedList() throws InterruptedException {
        List<Integer> list = Collections.synchronizedList(new ArrayList<>());
        int[] size = new int[1];
        Body adder = () -> {
            synchronized (list) {
                list.add(list.size());
            }
        };
        all(adder, adder, () -> size[0] = list.size());
        Seen.outcome(size[0], list);
    }

    void optimisticRead() throws InterruptedException {
        StampedLock lock = new StampedLock();
        int[] pair = new int[2];
        String[] r = new String[1];
        all(
                () -> {
                    long stamp = lock.writeLock();
                    pair[0] = 1;
                    pair[1] = 1;
                    lock.unlockWrite(stamp);
                },
                () -> {
                    long stamp = lock.tryOptimisticRead();
                    int a = pair[0];
                    int b = pair[1];
                    r[0] = lock.validate(stamp) ? a + "," + b : "changed";
                });
        Seen.outcome(r[0]);
    }
}
