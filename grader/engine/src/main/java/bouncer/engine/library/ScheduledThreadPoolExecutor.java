package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ScheduledThreadPoolExecutor}, on the virtual clock. */
public class ScheduledThreadPoolExecutor extends ThreadPoolExecutor implements ScheduledExecutorService {
    private boolean periodicAfterShutdown;
    private boolean delayedAfterShutdown = true;
    private boolean removeOnCancel;
    private long sequence;

    public ScheduledThreadPoolExecutor(int corePoolSize) {
        this(corePoolSize, Executors.defaultThreadFactory());
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, ThreadFactory threadFactory) {
        this(corePoolSize, threadFactory, new Rejections.AbortPolicy());
    }

    public ScheduledThreadPoolExecutor(int corePoolSize, RejectedExecutionHandler handler) {
        this(corePoolSize, Executors.defaultThreadFactory(), handler);
    }

    public ScheduledThreadPoolExecutor(
            int corePoolSize, ThreadFactory threadFactory, RejectedExecutionHandler handler) {
        super(
                corePoolSize,
                Integer.MAX_VALUE,
                10,
                TimeUnit.MILLISECONDS,
                new PriorityBlockingQueue<>(11, Comparator.comparing(task -> (Scheduled<?>) task)),
                threadFactory,
                handler);
    }

    private final class Scheduled<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        private final long number = sequence++;
        private final long period;
        private long due;
        /** Whether it has run before. A turn after the first comes when all others rest, as there is no end of turns. */
        private boolean repeats;

        Scheduled(Callable<V> callable, long delay, long period) {
            super(callable);
            this.period = period;
            due = TimeOps.deadline(delay);
        }

        @Override
        public boolean isPeriodic() {
            return period != 0;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - TimeOps.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            if (other instanceof Scheduled<?> ours) {
                int byTime = Long.compare(due, ours.due);
                return byTime != 0 ? byTime : Long.compare(number, ours.number);
            }
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public void run() {
            if (!isPeriodic()) {
                super.run();
            } else if (runAndReset()) {
                repeats = true;
                due = period > 0 ? due + period : TimeOps.deadline(-period);
                Ops.change(pool.at(), "schedules the next turn", () -> {
                    if (pool.state == PoolState.State.RUNNING
                            || (periodicAfterShutdown && pool.state == PoolState.State.SHUTDOWN)) {
                        OrderOps.release(this);
                        pool.queue.add(this);
                    } else {
                        cancel(false);
                    }
                });
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && getRemoveOnCancelPolicy()) {
                ScheduledThreadPoolExecutor.this.remove(this);
            }
            return cancelled;
        }

        boolean keptAfterShutdown() {
            return isPeriodic() ? periodicAfterShutdown : delayedAfterShutdown;
        }
    }

    private <V> ScheduledFuture<V> scheduled(Callable<V> callable, long delay, long period) {
        Scheduled<V> task = new Scheduled<>(callable, Math.max(0, delay), period);
        boolean taken = Ops.write(pool.at(), "schedule", () -> {
            boolean running = pool.state == PoolState.State.RUNNING;
            if (running) {
                OrderOps.release(task);
                pool.queue.add(task);
            }
            return running;
        });
        if (taken) {
            startWorkerFor();
        } else {
            reject(task);
        }
        return task;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // execute answers nothing
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Future<?> submit(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return schedule(Executors.callable(task, result), 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return scheduled(Executors.callable(command), unit.toNanos(delay), 0);
    }

    @Override
    public <V extends @Nullable Object> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return scheduled(Objects.requireNonNull(callable), unit.toNanos(delay), 0);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        Objects.requireNonNull(command);
        if (period <= 0) {
            throw new IllegalArgumentException();
        }
        return scheduled(Executors.callable(command), unit.toNanos(initialDelay), unit.toNanos(period));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        Objects.requireNonNull(command);
        if (delay <= 0) {
            throw new IllegalArgumentException();
        }
        return scheduled(Executors.callable(command), unit.toNanos(initialDelay), -unit.toNanos(delay));
    }

    /** Waits for the first task that is due, looking again whenever the schedule changes. */
    @Override
    @Nullable
    Runnable fetch(PoolState.Worker worker) {
        while (true) {
            Runnable[] task = new Runnable[1];
            boolean[] over = new boolean[1];
            Object[] head = new Object[1];
            Ops.change(pool.at(), "looks at the schedule", () -> {
                Scheduled<?> first = (Scheduled<?>) pool.head();
                head[0] = first;
                boolean due = first != null && first.due <= TimeOps.nanoTime() && pool.state != PoolState.State.STOPPED;
                if (due) {
                    task[0] = pool.queue.remove();
                    OrderOps.acquire(task[0]);
                    ThreadOps.interrupted();
                } else if (pool.state != PoolState.State.RUNNING
                        && (first == null || pool.state != PoolState.State.SHUTDOWN)) {
                    over[0] = true;
                    pool.leaves(worker);
                }
            });
            if (task[0] != null || over[0]) {
                return task[0];
            }
            long nanos = head[0] == null ? TimeOps.FOREVER : TimeOps.remaining(((Scheduled<?>) head[0]).due);
            PoolState.State before = pool.state;
            Wait wait = Ops.wait(
                            pool.at(),
                            "waits for a task that is due",
                            () -> pool.head() != head[0] || pool.state != before,
                            nanos,
                            false)
                    .idle()
                    .words("a task");
            Ops.block(head[0] instanceof Scheduled<?> first && first.repeats ? wait : wait.freely(), wake -> {});
        }
    }

    private List<Runnable> dropUnkept() {
        List<Runnable> dropped = new ArrayList<>();
        pool.queue.removeIf(task -> !((Scheduled<?>) task).keptAfterShutdown() && dropped.add(task));
        return dropped;
    }

    @Override
    public void shutdown() {
        List<Runnable> dropped = Ops.write(pool.at(), "shutdown", this::dropUnkept);
        dropped.forEach(task -> ((Future<?>) task).cancel(false));
        super.shutdown();
    }

    public void setContinueExistingPeriodicTasksAfterShutdownPolicy(boolean value) {
        settings.set("setContinueExistingPeriodicTasksAfterShutdownPolicy", () -> periodicAfterShutdown = value);
    }

    public boolean getContinueExistingPeriodicTasksAfterShutdownPolicy() {
        return settings.get("getContinueExistingPeriodicTasksAfterShutdownPolicy", () -> periodicAfterShutdown);
    }

    public void setExecuteExistingDelayedTasksAfterShutdownPolicy(boolean value) {
        settings.set("setExecuteExistingDelayedTasksAfterShutdownPolicy", () -> delayedAfterShutdown = value);
    }

    public boolean getExecuteExistingDelayedTasksAfterShutdownPolicy() {
        return settings.get("getExecuteExistingDelayedTasksAfterShutdownPolicy", () -> delayedAfterShutdown);
    }

    public void setRemoveOnCancelPolicy(boolean value) {
        settings.set("setRemoveOnCancelPolicy", () -> removeOnCancel = value);
    }

    public boolean getRemoveOnCancelPolicy() {
        return settings.get("getRemoveOnCancelPolicy", () -> removeOnCancel);
    }
}
