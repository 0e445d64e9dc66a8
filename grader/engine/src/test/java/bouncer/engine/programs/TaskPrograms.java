package bouncer.engine.programs;

import bouncer.engine.juc.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** On executors, futures and fork-join tasks. */
public class TaskPrograms extends Programs {
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
}
