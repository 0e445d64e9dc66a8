package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ThreadPoolExecutor}: to hand in a task, to fetch one and to shut down are one
 * step each. Its workers are threads of the model, made by the thread factory; a worker that waits for a task when the
 * program ends is no failure.
 */
public class ThreadPoolExecutor extends AbstractExecutorService {
    private static final RejectedExecutionHandler ABORT = new Rejections.AbortPolicy();

    final PoolState pool;
    private final BlockingQueue<Runnable> queue;
    final PoolSettings<RejectedExecutionHandler> settings;
    private boolean hookCalled;

    public ThreadPoolExecutor(
            int corePoolSize, int maximumPoolSize, long keepAliveTime, TimeUnit unit, BlockingQueue<Runnable> queue) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, queue, Executors.defaultThreadFactory(), ABORT);
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory threadFactory) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, queue, threadFactory, ABORT);
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            RejectedExecutionHandler handler) {
        this(corePoolSize, maximumPoolSize, keepAliveTime, unit, queue, Executors.defaultThreadFactory(), handler);
    }

    public ThreadPoolExecutor(
            int corePoolSize,
            int maximumPoolSize,
            long keepAliveTime,
            TimeUnit unit,
            BlockingQueue<Runnable> queue,
            ThreadFactory threadFactory,
            RejectedExecutionHandler handler) {
        if (corePoolSize < 0 || maximumPoolSize <= 0 || maximumPoolSize < corePoolSize || keepAliveTime < 0) {
            throw new IllegalArgumentException();
        }
        this.queue = Objects.requireNonNull(queue);
        Objects.requireNonNull(threadFactory);
        Objects.requireNonNull(handler);
        pool = new PoolState(queue, corePoolSize, maximumPoolSize, overridesTerminated());
        settings = new PoolSettings<>(this, pool, threadFactory, handler, unit.toNanos(keepAliveTime));
    }

    @Override
    public void execute(Runnable command) {
        Objects.requireNonNull(command);
        execute(command, true);
    }

    private void execute(Runnable command, boolean mayStartCore) {
        Worker worker = new Worker(command);
        PoolState.Verdict verdict = Ops.write(pool.at(), "execute", () -> admit(worker, command, mayStartCore));
        switch (verdict) {
            case QUEUED -> {}
            case NEW_CORE_WORKER -> {
                if (!start(worker)) {
                    execute(command, false);
                }
            }
            case NEW_WORKER -> {
                if (!start(worker)) {
                    reject(command);
                }
            }
            case NEW_IDLE_WORKER -> start(worker);
            case REJECTED -> reject(command);
        }
    }

    private PoolState.Verdict admit(Worker worker, Runnable command, boolean mayStartCore) {
        PoolState.Verdict verdict = pool.admit(command, mayStartCore);
        if (verdict == PoolState.Verdict.NEW_IDLE_WORKER) {
            worker.first = null;
        }
        if (verdict != PoolState.Verdict.QUEUED && verdict != PoolState.Verdict.REJECTED) {
            pool.joins(worker);
        }
        return verdict;
    }

    private boolean overridesTerminated() {
        for (Class<?> at = getClass(); at != null && at != ThreadPoolExecutor.class; at = at.getSuperclass()) {
            try {
                return at.getDeclaredMethod("terminated") != null;
            } catch (NoSuchMethodException e) {
                // A class above it may have one.
            }
        }
        return false;
    }

    final void reject(Runnable command) {
        settings.currentHandler().rejectedExecution(command, this);
    }

    private boolean start(Worker worker) {
        boolean started = false;
        try {
            Thread thread = settings.currentFactory().newThread(worker);
            if (thread != null) {
                worker.thread(thread);
                ThreadOps.start(thread);
                started = true;
            }
        } finally {
            if (!started) {
                leave(worker);
            }
        }
        return started;
    }

    private void leave(Worker worker) {
        Ops.change(pool.at(), "leaves the pool", () -> pool.leaves(worker));
        ended();
    }

    /** Calls {@code terminated} once, when the pool has. */
    private void ended() {
        if (pool.state == PoolState.State.TIDYING && !hookCalled) {
            hookCalled = true;
            try {
                terminated();
            } finally {
                Ops.change(pool.at(), "terminates", () -> {
                    pool.state = PoolState.State.TERMINATED;
                    OrderOps.release(pool);
                });
            }
        }
    }

    /** A worker with its first task, or none. */
    private final class Worker extends PoolState.Worker {
        @Nullable
        Runnable first;

        Worker(@Nullable Runnable first) {
            this.first = first;
        }

        @Override
        public void run() {
            Runnable task = first;
            first = null;
            boolean orderly = false;
            try {
                while (task != null || (task = fetch(this)) != null) {
                    work(task);
                    task = null;
                }
                orderly = true;
            } finally {
                if (!orderly) {
                    replace(this);
                }
            }
            ended();
        }

        private void work(Runnable task) {
            busy = true;
            beforeExecute(ThreadOps.currentThread(), task);
            Throwable thrown = null;
            try {
                task.run();
            } catch (Throwable t) {
                Ops.passOn(t);
                thrown = t;
                throw t;
            } finally {
                busy = false;
                pool.completed++;
                afterExecute(task, thrown);
            }
        }
    }

    /** Returns the next task of a worker, or null when it is to end. */
    @Nullable
    Runnable fetch(PoolState.Worker worker) {
        Runnable[] task = new Runnable[1];
        boolean[] again = new boolean[1];
        do {
            if (queue instanceof SynchronousQueue) {
                Ops.change(pool.at(), "is idle", () -> pool.idle++);
            } else {
                pool.idle++;
            }
            Wait wait = Ops.wait(pool.at(), "fetches a task", pool::moves, settings.patience(), false)
                    .idle()
                    .words("a task");
            Ops.block(wait, wake -> {
                again[0] = pool.staysIdle(wake, settings.coreEnds());
                task[0] = again[0] ? null : pool.next(worker, wake);
            });
        } while (again[0]);
        return task[0];
    }

    /**
     * After a task of an executor threw: as in the JDK another worker takes the place if there is work or the core is
     * short.
     */
    private void replace(Worker dead) {
        Worker next = new Worker(null);
        boolean needed = Ops.write(pool.at(), "leaves the pool", () -> {
            pool.leaves(dead);
            boolean short1 = pool.workers.size() < Math.max(pool.core, pool.hasTask() ? 1 : 0);
            boolean yes = pool.state.compareTo(PoolState.State.STOPPED) < 0 && short1;
            if (yes) {
                pool.joins(next);
            }
            return yes;
        });
        if (needed) {
            start(next);
        }
        ended();
    }

    @Override
    public void shutdown() {
        Ops.change(pool.at(), "shutdown", pool::shutdown);
        ended();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> left = Ops.write(pool.at(), "shutdownNow", pool::shutdownNow);
        ended();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return Ops.read(pool.at(), "isShutdown", () -> pool.state != PoolState.State.RUNNING);
    }

    public boolean isTerminating() {
        return Ops.read(
                pool.at(),
                "isTerminating",
                () -> pool.state != PoolState.State.RUNNING && pool.state != PoolState.State.TERMINATED);
    }

    @Override
    public boolean isTerminated() {
        return Ops.read(pool.at(), "isTerminated", pool::terminated);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        WaitOutcome wake = Ops.block(
                Ops.wait(
                                pool.at(),
                                "awaitTermination",
                                () -> pool.state == PoolState.State.TERMINATED,
                                TimeOps.nanos(timeout, unit),
                                true)
                        .words("the end of a pool"),
                cause -> pool.terminated());
        return Ops.thrown(wake);
    }

    protected void beforeExecute(Thread t, Runnable r) {}

    protected void afterExecute(Runnable r, @Nullable Throwable t) {}

    protected void terminated() {}

    public void setThreadFactory(ThreadFactory threadFactory) {
        settings.factory(threadFactory);
    }

    public ThreadFactory getThreadFactory() {
        return settings.factory();
    }

    public void setRejectedExecutionHandler(RejectedExecutionHandler newHandler) {
        settings.handler(newHandler);
    }

    public RejectedExecutionHandler getRejectedExecutionHandler() {
        return settings.handler();
    }

    public void setCorePoolSize(int corePoolSize) {
        settings.core(corePoolSize);
    }

    public int getCorePoolSize() {
        return settings.get("getCorePoolSize", () -> pool.core);
    }

    public void setMaximumPoolSize(int maximumPoolSize) {
        settings.most(maximumPoolSize);
    }

    public int getMaximumPoolSize() {
        return settings.get("getMaximumPoolSize", () -> pool.most);
    }

    private boolean prestart(int below) {
        Worker worker = new Worker(null);
        boolean wanted = Ops.write(pool.at(), "prestartCoreThread", () -> {
            boolean needed = pool.state == PoolState.State.RUNNING && pool.workers.size() < below;
            if (needed) {
                pool.joins(worker);
            }
            return needed;
        });
        return wanted && start(worker);
    }

    public boolean prestartCoreThread() {
        return prestart(pool.core);
    }

    /** Starts one more worker if there are fewer than the core, or none at all. */
    final void startWorkerFor() {
        prestart(Math.max(1, pool.core));
    }

    public int prestartAllCoreThreads() {
        int n = 0;
        while (prestart(pool.core)) {
            n++;
        }
        return n;
    }

    public boolean allowsCoreThreadTimeOut() {
        return settings.coreTimesOut();
    }

    public void allowCoreThreadTimeOut(boolean value) {
        settings.coreTimesOut(value);
    }

    public void setKeepAliveTime(long time, TimeUnit unit) {
        if (time < 0) {
            throw new IllegalArgumentException();
        }
        settings.keepAlive(unit.toNanos(time), time == 0);
    }

    public long getKeepAliveTime(TimeUnit unit) {
        return unit.convert(settings.keepAlive(), TimeUnit.NANOSECONDS);
    }

    public BlockingQueue<Runnable> getQueue() {
        return queue;
    }

    public boolean remove(Runnable task) {
        return queue.remove(task);
    }

    public void purge() {
        queue.removeIf(task -> task instanceof Future<?> future && future.isCancelled());
    }

    public int getPoolSize() {
        return Ops.read(pool.at(), "getPoolSize", pool.workers::size);
    }

    public int getActiveCount() {
        return estimate("getActiveCount", pool.active());
    }

    public int getLargestPoolSize() {
        return Ops.read(pool.at(), "getLargestPoolSize", () -> pool.largest);
    }

    public long getTaskCount() {
        return estimate("getTaskCount", pool.completed + pool.active() + pool.queue.size());
    }

    public long getCompletedTaskCount() {
        return estimate("getCompletedTaskCount", pool.completed);
    }

    /** When a worker is between two tasks is no step of the model, so what depends on it is not known. */
    private static <N> N estimate(String call, N number) {
        if (Ops.active()) {
            throw Ops.uncontrolled(call + " of a thread pool answers an estimate only");
        }
        return number;
    }

    @Override
    public String toString() {
        return RealNames.realName(this) + Ops.read(pool.at(), "toString", pool::toString);
    }
}
