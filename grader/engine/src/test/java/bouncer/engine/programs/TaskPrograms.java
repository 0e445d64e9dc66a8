package bouncer.engine.programs;

import bouncer.engine.library.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CountedCompleter;
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

    /** Adds up what lies between two numbers, completing by counts; fails at a number. */
    private static final class Counted extends CountedCompleter<Integer> {
        private final int from;
        private final int to;
        private final int wrong;
        private final Counted[] halves = new Counted[2];
        private int sum;

        Counted(Counted above, int from, int to, int wrong) {
            super(above);
            this.from = from;
            this.to = to;
            this.wrong = wrong;
        }

        @Override
        public void compute() {
            if (to - from == 1) {
                sum = from;
                if (from == wrong) {
                    throw new IllegalStateException("wrong " + from);
                }
            } else {
                halves[0] = new Counted(this, from, (from + to) / 2, wrong);
                halves[1] = new Counted(this, (from + to) / 2, to, wrong);
                setPendingCount(1);
                halves[1].fork();
                halves[0].compute();
                return;
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> caller) {
            if (halves[0] != null) {
                sum = halves[0].sum + halves[1].sum;
            }
        }

        @Override
        public Integer getRawResult() {
            return sum;
        }
    }

    void countedCompleters() {
        Counted root = new Counted(null, 1, 3, 0);
        Seen.outcome(root.invoke(), root.isCompletedNormally(), root.getPendingCount());
    }

    void aCompleterFails() {
        Counted root = new Counted(null, 1, 3, 2);
        String outcome;
        try {
            outcome = "" + root.invoke();
        } catch (IllegalStateException e) {
            outcome = e.getClass().getName();
        }
        Seen.outcome(outcome, root.isCompletedAbnormally());
    }

    void completedByItsCount() {
        Counted root = new Counted(null, 1, 2, 0);
        Counted child = new Counted(root, 2, 3, 0);
        root.setPendingCount(1);
        root.addToPendingCount(1);
        boolean swapped = root.compareAndSetPendingCount(2, 1);
        boolean again = root.compareAndSetPendingCount(2, 1);
        child.complete(null);
        boolean done = root.isDone();
        String steps = root.decrementPendingCountUnlessZero() + " " + (root.firstComplete() == root);
        child.propagateCompletion();
        Seen.outcome(swapped, again, done, steps, root.isDone(), child.getRoot() == root, child.getCompleter() == root);
    }

    void forkJoin() {
        Seen.outcome(new ForkJoinPool(2).invoke(new Sum(1, 4)));
    }
}
