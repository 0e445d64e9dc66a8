package bouncer.engine.library;

import bouncer.engine.library.ForkJoinQueues.Worker;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ForkJoinPool}: a queue for each thread that forks or submits, and workers, which
 * are started as tasks come and are no more than the parallelism unless all of them are blocked in a join. A worker
 * takes its own newest task, or else the oldest of all others; which of the library's queues a real worker would look
 * at first is a matter of chance.
 */
public class ForkJoinPool extends AbstractExecutorService {
    public static final ForkJoinWorkerThreadFactory defaultForkJoinWorkerThreadFactory = ForkJoinWorkerThread::new;

    private static final int MOST_WORKERS = 0x7fff;

    private final ForkJoinQueues<ForkJoinTask<?>> queues;
    private final String prefix;
    private final boolean common;
    private final int parallelism;
    private final ForkJoinWorkerThreadFactory factory;
    private final Thread.@Nullable UncaughtExceptionHandler handler;
    private int made;
    private boolean shutdown;
    private boolean stopped;

    /** Makes the workers of a pool. */
    public interface ForkJoinWorkerThreadFactory {
        @Nullable
        ForkJoinWorkerThread newThread(ForkJoinPool pool);
    }

    public ForkJoinPool() {
        this(Executors.PROCESSORS);
    }

    public ForkJoinPool(int parallelism) {
        this(parallelism, defaultForkJoinWorkerThreadFactory, null, false);
    }

    public ForkJoinPool(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean asyncMode) {
        this(parallelism, factory, handler, asyncMode, null);
    }

    public ForkJoinPool(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean asyncMode,
            int corePoolSize,
            int maximumPoolSize,
            int minimumRunnable,
            @Nullable Predicate<? super ForkJoinPool> saturate,
            long keepAliveTime,
            TimeUnit unit) {
        this(parallelism, factory, handler, asyncMode);
        Objects.requireNonNull(unit);
        if (parallelism > maximumPoolSize || keepAliveTime <= 0) {
            throw new IllegalArgumentException();
        }
    }

    private ForkJoinPool(
            int parallelism,
            ForkJoinWorkerThreadFactory factory,
            Thread.@Nullable UncaughtExceptionHandler handler,
            boolean asyncMode,
            @Nullable String commonPrefix) {
        if (parallelism <= 0 || parallelism > MOST_WORKERS) {
            throw new IllegalArgumentException();
        }
        this.parallelism = parallelism;
        this.factory = Objects.requireNonNull(factory);
        this.handler = handler;
        common = commonPrefix != null;
        prefix = commonPrefix == null ? "ForkJoinPool-" + PerExecution.nextForkJoinPool() + "-worker-" : commonPrefix;
        queues = new ForkJoinQueues<>(asyncMode);
    }

    /** Returns the common pool of a machine with as many processors as the model has. */
    public static ForkJoinPool commonPool() {
        return PerExecution.commonPool(() -> new ForkJoinPool(
                Executors.PROCESSORS - 1,
                defaultForkJoinWorkerThreadFactory,
                null,
                false,
                "ForkJoinPool.commonPool-worker-"));
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
        return ThreadOps.currentThread() instanceof ForkJoinWorkerThread worker ? worker.getPool() : null;
    }

    final String nextName() {
        return prefix + ++made;
    }

    final int lastNumber() {
        return made;
    }

    final void push(ForkJoinTask<?> task) {
        Objects.requireNonNull(task);
        Thread me = ThreadOps.currentThread();
        PerExecution.pushes(me);
        boolean[] late = new boolean[1];
        boolean more = Ops.write(this, "hands in a task", () -> {
            Worker worker = heard(me);
            if (worker == null && shutdown) {
                throw new RejectedExecutionException();
            }
            late[0] = stopped;
            if (!stopped) {
                OrderOps.release(task);
                queues.add(task, me);
            }
            return needsWorker();
        });
        if (late[0]) {
            task.cancel(false);
        } else if (more) {
            startWorker();
        }
    }

    /** Returns the state of the calling thread, which runs and so is not blocked; null if it is none of this pool's. */
    private @Nullable Worker heard(Thread me) {
        Worker worker = queues.worker(me);
        if (worker != null) {
            worker.joining = false;
        }
        return worker;
    }

    private boolean needsWorker() {
        return !queues.isEmpty() && (queues.workers().size() < parallelism || queues.allJoin());
    }

    private void startWorker() {
        ForkJoinWorkerThread thread = factory.newThread(this);
        if (thread == null) {
            return;
        }
        boolean wanted = Ops.write(this, "adds a worker", () -> {
            boolean needed = queues.workers().size() < parallelism || queues.allJoin();
            if (needed) {
                queues.join(thread);
            }
            return needed;
        });
        if (wanted) {
            if (handler != null) {
                thread.setUncaughtExceptionHandler(handler);
            }
            ThreadOps.start(thread);
        }
    }

    final boolean unpush(ForkJoinTask<?> task) {
        return Ops.write(this, "tryUnfork", () -> queues.removeTop(task, ThreadOps.currentThread()));
    }

    /** The life of a worker. */
    final void work(Thread me) {
        boolean orderly = false;
        try {
            ForkJoinTask<?> task = fetch(me);
            while (task != null) {
                task.run("begins a task");
                task = fetch(me);
            }
            orderly = true;
        } finally {
            if (!orderly && Ops.active()) {
                boolean more = Ops.write(this, "leaves the pool", () -> {
                    queues.leave(me);
                    OrderOps.release(this);
                    return needsWorker();
                });
                if (more) {
                    startWorker();
                }
            }
        }
    }

    private @Nullable ForkJoinTask<?> fetch(Thread me) {
        ForkJoinTask<?>[] task = new ForkJoinTask<?>[1];
        Worker worker = Objects.requireNonNull(queues.worker(me));
        worker.idle = true;
        Ops.block(
                Ops.wait(this, "fetches a task", () -> !queues.isEmpty() || shutdown, TimeOps.FOREVER, false)
                        .idle()
                        .words("a task"),
                wake -> task[0] = next(me, worker));
        return task[0];
    }

    private @Nullable ForkJoinTask<?> next(Thread me, Worker worker) {
        worker.idle = false;
        worker.joining = false;
        ForkJoinTask<?> task = stopped ? null : queues.next(me, worker);
        if (task == null) {
            queues.leave(me);
            OrderOps.release(this);
        } else {
            OrderOps.acquire(task);
            ThreadOps.interrupted();
        }
        return task;
    }

    /** Returns false if {@link #help} would do nothing for the calling thread; no step. */
    final boolean mayHelp(ForkJoinTask<?> joined, boolean untimed) {
        return currentOrNone() == this
                || (untimed && (PerExecution.hasPushed(ThreadOps.currentThread()) || joined.hasParts()));
    }

    /**
     * Runs one task for a thread that is about to wait for another. If there is none, a worker counts as blocked from
     * here on, and another takes its place if none is left that could run tasks.
     *
     * @return whether it ran one
     */
    final boolean help(ForkJoinTask<?> joined, boolean untimed) {
        Thread me = ThreadOps.currentThread();
        ForkJoinTask<?>[] found = new ForkJoinTask<?>[1];
        Thread[] source = new Thread[1];
        boolean more = Ops.write(this, "looks for a task to help with", () -> {
            Worker worker = heard(me);
            source[0] = worker == null ? null : worker.source();
            found[0] = untimed && !stopped ? queues.forJoin(joined, task -> task.isPartOf(joined), me, worker) : null;
            if (found[0] != null) {
                OrderOps.acquire(found[0]);
                return false;
            }
            if (worker == null) {
                Ops.unchanged();
                return false;
            }
            worker.joining = true;
            return needsWorker();
        });
        if (found[0] != null) {
            run(found[0], me, source[0]);
            return true;
        }
        if (more) {
            startWorker();
        } else if (stopped && queues.worker(me) != null) {
            joined.cancel(false);
        }
        return false;
    }

    private void run(ForkJoinTask<?> task, Thread me, @Nullable Thread source) {
        task.run("begins a task");
        Worker worker = queues.worker(me);
        if (worker != null) {
            worker.source(source);
        }
    }

    /** Runs up to so many queued tasks below a completer. */
    final void helpComplete(ForkJoinTask<?> root, int most) {
        Thread me = ThreadOps.currentThread();
        for (int i = 0; i < most; i++) {
            Thread[] source = new Thread[1];
            ForkJoinTask<?>[] found = new ForkJoinTask<?>[1];
            Ops.change(this, "helpComplete", () -> {
                Worker worker = heard(me);
                source[0] = worker == null ? null : worker.source();
                found[0] = queues.part(task -> task.isPartOf(root), me, worker);
                if (found[0] == null) {
                    Ops.unchanged();
                } else {
                    OrderOps.acquire(found[0]);
                }
            });
            if (found[0] == null) {
                return;
            }
            run(found[0], me, source[0]);
        }
    }

    private @Nullable ForkJoinTask<?> take(String call, Supplier<@Nullable ForkJoinTask<?>> from) {
        ForkJoinTask<?>[] found = new ForkJoinTask<?>[1];
        Ops.change(this, call, () -> {
            found[0] = from.get();
            if (found[0] == null) {
                Ops.unchanged();
            } else {
                OrderOps.acquire(found[0]);
            }
        });
        return found[0];
    }

    final @Nullable ForkJoinTask<?> nextLocal(String call, boolean remove) {
        Thread me = ThreadOps.currentThread();
        return take(call, () -> queues.local(me, remove));
    }

    final @Nullable ForkJoinTask<?> pollAny() {
        Thread me = ThreadOps.currentThread();
        return take("pollTask", () -> queues.next(me, null));
    }

    protected @Nullable ForkJoinTask<?> pollSubmission() {
        return take("pollSubmission", () -> queues.oldest(null, this::submits));
    }

    protected int drainTasksTo(Collection<? super ForkJoinTask<?>> c) {
        List<ForkJoinTask<?>> all = Ops.write(this, "drainTasksTo", queues::clear);
        c.addAll(all);
        return all.size();
    }

    private boolean submits(Thread owner) {
        return !(owner instanceof ForkJoinWorkerThread worker && worker.getPool() == this);
    }

    final int queuedBy(Thread owner) {
        return Ops.read(this, "getQueuedTaskCount", () -> queues.count(each -> each == owner));
    }

    final int queuedByCaller() {
        return queuedBy(ThreadOps.currentThread());
    }

    /** Returns the caller's queued tasks less those that other workers are likely to steal, as the library reckons. */
    final int surplus() {
        Thread me = ThreadOps.currentThread();
        return Ops.whole(this, "getSurplusQueuedTaskCount", () -> {
            int active = 1 + queues.busyBut(me);
            int half = parallelism >>> 1;
            int quarter = parallelism >>> 2;
            int eighth = parallelism >>> 3;
            int likely =
                    active > half ? 0 : active > quarter ? 1 : active > eighth ? 2 : active > parallelism >>> 4 ? 4 : 8;
            return queues.count(each -> each == me) - likely;
        });
    }

    private boolean isQuiet(@Nullable Thread asking) {
        return queues.isEmpty() && queues.busyBut(asking) == 0;
    }

    public boolean isQuiescent() {
        return Ops.whole(this, "isQuiescent", () -> isQuiet(null));
    }

    final void helpQuiesce() {
        boolean unused = helpQuiesce(TimeOps.FOREVER);
    }

    private boolean helpQuiesce(long nanos) {
        Thread me = ThreadOps.currentThread();
        long deadline = TimeOps.deadline(nanos);
        boolean helps = common || queues.worker(me) != null;
        while (true) {
            Worker worker = queues.worker(me);
            Thread source = worker == null ? null : worker.source();
            ForkJoinTask<?> task = helps ? take("helps until all is quiet", () -> queues.next(me, worker)) : null;
            if (task != null) {
                run(task, me, source);
                continue;
            }
            if (worker != null) {
                worker.idle = true;
            }
            WaitOutcome wake = Ops.block(
                    Ops.wait(
                                    this,
                                    "waits until all is quiet",
                                    () -> (helps && !queues.isEmpty()) || isQuiet(me),
                                    TimeOps.remaining(deadline),
                                    false)
                            .onEverything()
                            .words("the quiet of a pool"),
                    cause -> OrderOps.acquire(this));
            if (worker != null) {
                worker.idle = false;
            }
            if (wake != WaitOutcome.READY) {
                return false;
            }
            if (!helps || queues.isEmpty()) {
                return true;
            }
        }
    }

    public boolean awaitQuiescence(long timeout, TimeUnit unit) {
        return helpQuiesce(TimeOps.nanos(timeout, unit));
    }

    @Override
    public void execute(Runnable task) {
        push(task instanceof ForkJoinTask<?> forked ? forked : new ForkJoinTask.Executed(task));
    }

    public void execute(ForkJoinTask<?> task) {
        push(task);
    }

    public <T> T invoke(ForkJoinTask<T> task) {
        push(task);
        return task.join();
    }

    public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
        push(task);
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
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> callables) {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> callable : callables) {
            futures.add(submit(callable));
        }
        for (int i = futures.size() - 1; i >= 0; i--) {
            ((ForkJoinTask<?>) futures.get(i)).quietlyJoin();
        }
        return futures;
    }

    /**
     * Model of {@link java.util.concurrent.ForkJoinPool.ManagedBlocker}: while it blocks, another worker takes the
     * place if no other is left.
     */
    public static void managedBlock(java.util.concurrent.ForkJoinPool.ManagedBlocker blocker)
            throws InterruptedException {
        ForkJoinPool pool = currentOrNone();
        Objects.requireNonNull(blocker);
        if (pool == null) {
            block(blocker);
            return;
        }
        Thread me = ThreadOps.currentThread();
        boolean more = Ops.write(pool, "managedBlock", () -> {
            Worker worker = pool.heard(me);
            if (worker != null) {
                worker.joining = true;
            }
            return pool.needsWorker();
        });
        if (more) {
            pool.startWorker();
        }
        try {
            block(blocker);
        } finally {
            Ops.change(pool, "managedBlock", () -> pool.heard(me));
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
                queues.workers().keySet().forEach(ThreadOps::interrupt);
                return queues.clear();
            });
            left.forEach(task -> task.cancel(false));
        }
        return List.of();
    }

    private boolean over() {
        return shutdown && queues.isEmpty() && queues.workers().isEmpty();
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
        return Ops.read(this, "isTerminating", () -> stopped && !over());
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = TimeOps.nanos(timeout, unit);
        if (common) {
            boolean unused = helpQuiesce(nanos);
            return false;
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

    public ForkJoinWorkerThreadFactory getFactory() {
        return factory;
    }

    public Thread.@Nullable UncaughtExceptionHandler getUncaughtExceptionHandler() {
        return handler;
    }

    public int getParallelism() {
        return parallelism;
    }

    public static int getCommonPoolParallelism() {
        return Executors.PROCESSORS - 1;
    }

    public boolean getAsyncMode() {
        return queues.fifo();
    }

    public int getPoolSize() {
        return Ops.read(this, "getPoolSize", queues.workers()::size);
    }

    public int getActiveThreadCount() {
        return Ops.whole(this, "getActiveThreadCount", () -> queues.busyBut(null));
    }

    public int getRunningThreadCount() {
        return Ops.whole(this, "getRunningThreadCount", () -> queues.busyBut(null));
    }

    public long getQueuedTaskCount() {
        return Ops.read(this, "getQueuedTaskCount", () -> queues.count(owner -> !submits(owner)));
    }

    public int getQueuedSubmissionCount() {
        return Ops.read(this, "getQueuedSubmissionCount", () -> queues.count(this::submits));
    }

    public boolean hasQueuedSubmissions() {
        return Ops.read(this, "hasQueuedSubmissions", () -> queues.count(this::submits) > 0);
    }
}
