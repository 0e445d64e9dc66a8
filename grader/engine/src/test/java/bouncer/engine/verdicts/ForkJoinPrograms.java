package bouncer.engine.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of tasks that are forked, submitted, joined, or forgotten. */
public class ForkJoinPrograms {
    private static void check(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(String.valueOf(what));
        }
    }

    /** Adds the numbers of a range. */
    private static class Sum extends RecursiveTask<Integer> {
        final int from;
        final int to;

        Sum(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        protected Integer compute() {
            if (to - from == 1) {
                return from;
            }
            int middle = (from + to) / 2;
            Sum left = new Sum(from, middle);
            Sum right = new Sum(middle, to);
            return both(left, right);
        }

        int both(Sum left, Sum right) {
            left.fork();
            return right.compute() + left.join();
        }
    }

    public void sumInAPool() {
        check(new ForkJoinPool(2).invoke(new Sum(0, 3)) == 3, "sum");
    }

    public void sumInAPoolOfOne() {
        check(new ForkJoinPool(1).invoke(new Sum(0, 4)) == 6, "sum");
    }

    public void sumInTheCommonPool() {
        check(new Sum(0, 3).invoke() == 3, "sum");
    }

    public void sumOfASubmittedTaskAfterShutdown() {
        ForkJoinPool pool = new ForkJoinPool(2);
        ForkJoinTask<Integer> task = pool.submit(new Sum(0, 3));
        pool.shutdown();
        check(task.join() == 3, "sum");
    }

    public void badForkForgotten() {
        new ForkJoinPool(2).invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                new Sum(0, 1).join();
            }
        });
    }

    public void badForkForgottenInInvokedTask() throws Exception {
        new Sum(0, 1) {
            @Override
            protected Integer compute() {
                try {
                    return new Sum(1, 2).get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        }.invoke();
    }

    public void badQuietJoinOfAnUnforkedTask() {
        new Sum(0, 1).quietlyJoin();
    }

    public void invokeRunsInTheCaller() {
        Thread[] ran = new Thread[1];
        ForkJoinTask.adapt(() -> {
                    ran[0] = Thread.currentThread();
                })
                .invoke();
        check(ran[0] == Thread.currentThread(), ran[0]);
    }

    public void timedGetOfAnUnforkedTaskTimesOut() throws Exception {
        Sum task = new Sum(0, 1);
        try {
            task.get(1, TimeUnit.MILLISECONDS);
            throw new AssertionError("ran");
        } catch (TimeoutException expected) {
            check(!task.isDone(), "done");
        }
    }

    public void submittedTasksStayInTheirPool() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        List<ForkJoinPool> seen = new ArrayList<>();
        pool.submit(() -> {
                    seen.add(ForkJoinTask.getPool());
                    check(Thread.currentThread() instanceof ForkJoinWorkerThread, "no worker");
                    ForkJoinTask<?> child = ForkJoinTask.adapt(() -> {
                                seen.add(ForkJoinTask.getPool());
                            })
                            .fork();
                    child.join();
                })
                .get();
        check(seen.equals(List.of(pool, pool)), seen);
    }

    public void theInterruptOfTheCallerStaysWithIt() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        boolean[] interrupted = new boolean[1];
        ForkJoinTask<?> task = pool.submit(() -> {
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        Thread.currentThread().interrupt();
        task.join();
        check(!interrupted[0] && Thread.interrupted(), "interrupted");
    }

    public void badPublicationByAnUnjoinedTask() {
        int[] box = new int[1];
        ForkJoinTask<?> task = ForkJoinTask.adapt(() -> {
                    box[0] = 1;
                })
                .fork();
        check(box[0] == 0 || task.isDone(), "seen early");
    }

    public void joinPublishes() {
        int[] box = new int[1];
        ForkJoinTask.adapt(() -> {
                    box[0] = 1;
                })
                .fork()
                .join();
        check(box[0] == 1, box[0]);
    }

    public void badLostUpdateOfTwoTasks() {
        int[] count = new int[1];
        Runnable add = () -> count[0]++;
        ForkJoinTask.invokeAll(ForkJoinTask.adapt(add), ForkJoinTask.adapt(add));
        check(count[0] == 2, count[0]);
    }

    public void badTaskThatIsForkedAndComputed() {
        AtomicInteger runs = new AtomicInteger();
        RecursiveAction task = new RecursiveAction() {
            @Override
            protected void compute() {
                runs.incrementAndGet();
            }
        };
        task.fork();
        task.invoke();
        check(runs.get() == 1, runs);
    }

    public void badWaitForATaskInAPoolOfOne() {
        ForkJoinPool pool = new ForkJoinPool(1);
        CountDownLatch latch = new CountDownLatch(1);
        pool.invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                ForkJoinTask.adapt(latch::countDown).fork();
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    public void managedBlockingInAPoolOfOne() {
        ForkJoinPool pool = new ForkJoinPool(1);
        CountDownLatch latch = new CountDownLatch(1);
        pool.invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                ForkJoinTask.adapt(latch::countDown).fork();
                try {
                    ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                        @Override
                        public boolean block() throws InterruptedException {
                            latch.await();
                            return true;
                        }

                        @Override
                        public boolean isReleasable() {
                            return latch.getCount() == 0;
                        }
                    });
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    public void joinOfAnotherWorkersTaskInAPoolOfOne() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        CompletableFuture<ForkJoinTask<Integer>> later = new CompletableFuture<>();
        ForkJoinTask<Integer> first = pool.submit(() -> later.join().join() + 1);
        later.complete(pool.submit(() -> 1));
        check(first.get() == 2, "sum");
    }

    public void unforkTakesTheNewestOnly() {
        new ForkJoinPool(1).invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                Sum older = new Sum(0, 1);
                Sum newer = new Sum(1, 2);
                older.fork();
                newer.fork();
                check(ForkJoinTask.getQueuedTaskCount() == 2, "queued");
                check(!older.tryUnfork() && newer.tryUnfork() && older.tryUnfork(), "unfork");
                check(!older.isDone() && !newer.isDone(), "done");
            }
        });
    }

    public void localTasksAreTakenNewestFirst() {
        new ForkJoinPool(1).invoke(new Polling());
    }

    private static final class Polling extends RecursiveAction {
        @Override
        protected void compute() {
            ForkJoinTask<?> a = new Sum(0, 1).fork();
            ForkJoinTask<?> b = new Sum(0, 1).fork();
            check(peekNextLocalTask() == b, "peek");
            check(pollNextLocalTask() == b && pollTask() == a && pollTask() == null, "poll");
            check(!a.isDone() && !b.isDone(), "done");
        }
    }

    public void helpQuiesceRunsAll() {
        AtomicInteger runs = new AtomicInteger();
        new ForkJoinPool(2).invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                ForkJoinTask.adapt(runs::incrementAndGet).fork();
                ForkJoinTask.adapt(runs::incrementAndGet).fork();
                helpQuiesce();
                check(runs.get() == 2, runs);
            }
        });
    }

    public void awaitQuiescenceWaitsForAll() {
        ForkJoinPool pool = new ForkJoinPool(2);
        AtomicInteger runs = new AtomicInteger();
        pool.execute(() -> {
            pool.execute(runs::incrementAndGet);
            runs.incrementAndGet();
        });
        check(pool.awaitQuiescence(1, TimeUnit.SECONDS) && runs.get() == 2 && pool.isQuiescent(), runs);
    }

    public void badResultBeforeQuiescence() {
        ForkJoinPool pool = new ForkJoinPool(1);
        AtomicInteger runs = new AtomicInteger();
        pool.execute(runs::incrementAndGet);
        check(!pool.isQuiescent() || runs.get() == 0 || pool.hasQueuedSubmissions(), runs);
        check(runs.get() == 1, runs);
    }

    public void tagPublishes() throws Exception {
        int[] box = new int[1];
        ForkJoinTask<?> task = new Sum(0, 1);
        Thread writer = new Thread(() -> {
            box[0] = 1;
            task.setForkJoinTaskTag((short) 1);
        });
        writer.start();
        if (task.getForkJoinTaskTag() == 1) {
            check(box[0] == 1, box[0]);
        }
        writer.join();
    }

    public void badTagTestThenSet() throws Exception {
        ForkJoinTask<?> task = new Sum(0, 1);
        AtomicInteger winners = new AtomicInteger();
        Runnable claim = () -> {
            if (task.getForkJoinTaskTag() == 0) {
                task.setForkJoinTaskTag((short) 1);
                winners.incrementAndGet();
            }
        };
        Thread other = new Thread(claim);
        other.start();
        claim.run();
        other.join();
        check(winners.get() == 1, winners);
    }

    public void anExceptionOfATaskReachesItsJoiner() {
        RecursiveAction task = new RecursiveAction() {
            @Override
            protected void compute() {
                throw new IllegalStateException("of the task");
            }
        };
        try {
            new ForkJoinPool(1).invoke(task);
            throw new AssertionError("passed");
        } catch (IllegalStateException expected) {
            check(task.isCompletedAbnormally(), "normal");
        }
    }

    public void badExceptionOfAnExecutedTask() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.execute(() -> {
            throw new IllegalStateException("of the task");
        });
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.SECONDS);
    }

    public void invokeAllOfAPool() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        Callable<Integer> one = () -> 1;
        int sum = 0;
        for (Future<Integer> each : pool.invokeAll(List.of(one, one))) {
            sum += each.get();
        }
        check(sum == 2, sum);
    }

    /** Counts the leaves of a tree. */
    private static final class Leaves extends CountedCompleter<Integer> {
        private final int depth;
        private final AtomicInteger leaves;

        Leaves(CountedCompleter<?> above, int depth, AtomicInteger leaves) {
            super(above);
            this.depth = depth;
            this.leaves = leaves;
        }

        @Override
        public void compute() {
            if (depth == 0) {
                leaves.incrementAndGet();
            } else {
                setPendingCount(2);
                new Leaves(this, depth - 1, leaves).fork();
                new Leaves(this, depth - 1, leaves).fork();
            }
            tryComplete();
        }

        @Override
        public Integer getRawResult() {
            return leaves.get();
        }
    }

    public void treeOfCompleters() {
        check(new ForkJoinPool(2).invoke(new Leaves(null, 1, new AtomicInteger())) == 2, "leaves");
    }

    public void completersJoinedByAWorker() {
        new ForkJoinPool(1).invoke(new RecursiveAction() {
            @Override
            protected void compute() {
                check(new Leaves(null, 2, new AtomicInteger()).invoke() == 4, "leaves");
            }
        });
    }

    public void badCompleterWithTooManyPending() {
        CountedCompleter<Void> task = new CountedCompleter<>() {
            @Override
            public void compute() {
                setPendingCount(1);
                tryComplete();
            }
        };
        new ForkJoinPool(1).invoke(task);
    }

    public void workersOfAFactory() {
        class Worker extends ForkJoinWorkerThread {
            Worker(ForkJoinPool pool) {
                super(pool);
            }
        }
        ForkJoinPool pool = new ForkJoinPool(1, Worker::new, null, true);
        check(pool.submit(() -> Thread.currentThread() instanceof Worker).join(), "class");
        check(pool.getAsyncMode() && ForkJoinPool.defaultForkJoinWorkerThreadFactory != null, "mode");
    }

    public void badTaskOfThePoolThatWaitsForItself() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        ForkJoinTask<?>[] self = new ForkJoinTask<?>[1];
        self[0] = ForkJoinTask.adapt(() -> {
            self[0].join();
        });
        pool.submit(self[0]).join();
    }
}
