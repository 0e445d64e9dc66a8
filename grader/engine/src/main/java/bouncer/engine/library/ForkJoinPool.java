package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ForkJoinPool}: one queue of tasks for all, workers started as tasks come and no
 * more than the parallelism (those that block in {@link #managedBlock} not counted). Which worker takes a task, and
 * whether its joiner runs it first, is up to the schedule; stealing needs no more.
 */
public class ForkJoinPool extends AbstractExecutorService {
    private final Deque<ForkJoinTask<?>> tasks = new ArrayDeque<>();
    private final Set<Thread> workers = new LinkedHashSet<>();
    private final String prefix;
    private final boolean common;
    private final int parallelism;
    private int blocked;
    private int made;
    private boolean shutdown;
    private boolean stopped;

    public ForkJoinPool() {
        this(Executors.PROCESSORS);
    }

    public ForkJoinPool(int parallelism) {
        this(parallelism, "ForkJoinPool-" + PerExecution.nextForkJoinPool() + "-worker-", false);
    }

    private ForkJoinPool(int parallelism, String prefix, boolean common) {
        if (parallelism <= 0) {
            throw new IllegalArgumentException();
        }
        this.parallelism = parallelism;
        this.prefix = prefix;
        this.common = common;
    }

    /** Returns the common pool of a machine with as many processors as the model has. */
    public static ForkJoinPool commonPool() {
        return PerExecution.commonPool(
                () -> new ForkJoinPool(Executors.PROCESSORS - 1, "ForkJoinPool.commonPool-worker-", true));
    }

    /** Returns the pool in which relocated classes run their tasks since JDK 25: not public in the JDK. */
    public static ForkJoinPool asyncCommonPool() {
        return commonPool();
    }

    /** Relocated classes offer to help with the pool's tasks before they block, and need not: not public in the JDK. */
    public static void helpAsyncBlocker(
            java.util.concurrent.Executor e, java.util.concurrent.ForkJoinPool.ManagedBlocker blocker) {}

    static ForkJoinPool current() {
        ForkJoinPool own = currentOrNone();
        return own == null ? commonPool() : own;
    }

    static @Nullable ForkJoinPool currentOrNone() {
        return PerExecution.poolOf(ThreadOps.currentThread());
    }

    final void push(ForkJoinTask<?> task) {
        Thread thread = Ops.write(this, "hands in a task", () -> {
            if (shutdown) {
                throw new RejectedExecutionException();
            }
            OrderOps.release(task);
            tasks.add(task);
            return workers.size() - blocked < parallelism ? worker() : null;
        });
        if (thread != null) {
            ThreadOps.start(thread);
        }
    }

    final boolean unpush(ForkJoinTask<?> task) {
        return Ops.write(this, "tryUnfork", () -> tasks.removeLastOccurrence(task));
    }

    private Thread worker() {
        Thread thread = bouncer.engine.model.ModelThread.forkJoinWorker(this::work, prefix + ++made);
        workers.add(thread);
        PerExecution.worksFor(thread, this);
        return thread;
    }

    private void work() {
        while (true) {
            ForkJoinTask<?>[] task = new ForkJoinTask<?>[1];
            Ops.block(
                    Ops.wait(this, "fetches a task", () -> !tasks.isEmpty() || shutdown, TimeOps.FOREVER, false)
                            .idle()
                            .words("a task"),
                    wake -> task[0] = next());
            if (task[0] == null) {
                return;
            }
            task[0].runIfUnclaimed();
        }
    }

    private @Nullable ForkJoinTask<?> next() {
        ForkJoinTask<?> task = stopped ? null : tasks.poll();
        if (task == null) {
            workers.remove(ThreadOps.currentThread());
            OrderOps.release(this);
        } else {
            ThreadOps.interrupted();
        }
        return task;
    }

    @Override
    public void execute(Runnable task) {
        push(task instanceof ForkJoinTask<?> forked ? forked : ForkJoinTask.adapt(task));
    }

    public void execute(ForkJoinTask<?> task) {
        push(Objects.requireNonNull(task));
    }

    public <T> T invoke(ForkJoinTask<T> task) {
        push(Objects.requireNonNull(task));
        return task.join();
    }

    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        push(Objects.requireNonNull(task));
        return task;
    }

    @Override
    public <T extends @Nullable Object> ForkJoinTask<T> submit(Callable<T> task) {
        return submit(ForkJoinTask.<T>adapt(task));
    }

    @Override
    public <T extends @Nullable Object> ForkJoinTask<T> submit(Runnable task, T result) {
        return submit(ForkJoinTask.adapt(task, result));
    }

    @Override
    public ForkJoinTask<?> submit(Runnable task) {
        ForkJoinTask<?> forked = task instanceof ForkJoinTask<?> already ? already : ForkJoinTask.adapt(task);
        push(forked);
        return forked;
    }

    @Override
    public <T> List<Future<T>> invokeAll(java.util.Collection<? extends Callable<T>> callables) {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> callable : callables) {
            futures.add(submit(callable));
        }
        futures.forEach(future -> ((ForkJoinTask<?>) future).quietlyJoin());
        return futures;
    }

    /**
     * Model of {@link java.util.concurrent.ForkJoinPool.ManagedBlocker}: while it blocks, another worker may take the
     * place.
     */
    public static void managedBlock(java.util.concurrent.ForkJoinPool.ManagedBlocker blocker)
            throws InterruptedException {
        ForkJoinPool pool = currentOrNone();
        Objects.requireNonNull(blocker);
        if (pool == null) {
            block(blocker);
            return;
        }
        Thread spare = Ops.write(pool, "managedBlock", () -> {
            pool.blocked++;
            return pool.tasks.isEmpty() ? null : pool.worker();
        });
        if (spare != null) {
            ThreadOps.start(spare);
        }
        try {
            block(blocker);
        } finally {
            Ops.change(pool, "managedBlock", () -> pool.blocked--);
        }
    }

    private static void block(java.util.concurrent.ForkJoinPool.ManagedBlocker blocker) throws InterruptedException {
        while (!blocker.isReleasable() && !blocker.block()) {
            // Not yet: as documented, ask again.
        }
    }

    @Override
    public void shutdown() {
        if (!common) {
            Ops.change(this, "shutdown", () -> shutdown = true);
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        if (!common) {
            List<ForkJoinTask<?>> left = Ops.write(this, "shutdownNow", () -> {
                shutdown = true;
                stopped = true;
                workers.forEach(ThreadOps::interrupt);
                List<ForkJoinTask<?>> all = new ArrayList<>(tasks);
                tasks.clear();
                return all;
            });
            left.forEach(task -> task.cancel(false));
        }
        return List.of();
    }

    private boolean over() {
        return shutdown && tasks.isEmpty() && workers.isEmpty();
    }

    @Override
    public boolean isShutdown() {
        return Ops.read(this, "isShutdown", () -> shutdown);
    }

    @Override
    public boolean isTerminated() {
        return Ops.read(this, "isTerminated", () -> {
            if (over()) {
                OrderOps.acquire(this);
            }
            return over();
        });
    }

    public boolean isTerminating() {
        return Ops.read(this, "isTerminating", () -> shutdown && !over());
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = TimeOps.nanos(timeout, unit);
        if (common) {
            throw Ops.uncontrolled("awaitTermination of the common pool waits for quiet, which is not modelled");
        }
        return Ops.thrown(Ops.block(
                Ops.wait(this, "awaitTermination", this::over, nanos, true).words("the end of a pool"),
                wake -> OrderOps.acquire(this)));
    }

    /** Closes as documented on 19 and later. */
    public void close() {
        if (!common) {
            shutdown();
            WaitOutcome wake =
                    Ops.block(this, "close", this::over, TimeOps.FOREVER, true, cause -> OrderOps.acquire(this));
            if (wake == WaitOutcome.INTERRUPTED) {
                shutdownNow();
                Ops.block(this, "close", this::over, TimeOps.FOREVER, false, cause -> OrderOps.acquire(this));
                ThreadOps.interrupt(ThreadOps.currentThread());
            }
        }
    }

    public int getParallelism() {
        return parallelism;
    }

    public static int getCommonPoolParallelism() {
        return Executors.PROCESSORS - 1;
    }

    public boolean getAsyncMode() {
        return false;
    }

    public int getPoolSize() {
        return Ops.read(this, "getPoolSize", workers::size);
    }

    public boolean hasQueuedSubmissions() {
        return Ops.read(this, "hasQueuedSubmissions", () -> !tasks.isEmpty());
    }
}
