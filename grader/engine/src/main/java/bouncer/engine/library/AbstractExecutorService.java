package bouncer.engine.library;

import bouncer.engine.ops.TimeOps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.AbstractExecutorService}: the methods that follow from {@code execute}. */
public abstract class AbstractExecutorService implements ExecutorService {
    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return new FutureTask<>(runnable, value);
    }

    protected <T extends @Nullable Object> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return new FutureTask<>(callable);
    }

    private <F extends RunnableFuture<?>> F executed(F task) {
        execute(task);
        return task;
    }

    @Override
    @SuppressWarnings("NullAway") // a future of nothing
    public Future<?> submit(Runnable task) {
        return executed(this.<@Nullable Void>newTaskFor(Objects.requireNonNull(task), null));
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
        return executed(newTaskFor(Objects.requireNonNull(task), result));
    }

    @Override
    public <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
        return executed(newTaskFor(Objects.requireNonNull(task)));
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) throws InterruptedException {
        return invokeAll(tasks, TimeOps.FOREVER);
    }

    @Override
    public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException {
        return invokeAll(tasks, TimeOps.nanos(timeout, unit));
    }

    private <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException {
        long deadline = TimeOps.deadline(nanos);
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        boolean done = false;
        try {
            for (Callable<T> task : tasks) {
                futures.add(newTaskFor(task));
            }
            for (int i = 0; i < futures.size(); i++) {
                // An executor may run the task here, for which time passes.
                boolean late = i == 0 ? nanos == 0 : TimeOps.remaining(deadline) == 0;
                if (late) {
                    return futures;
                }
                execute((Runnable) futures.get(i));
            }
            for (Future<T> future : futures) {
                if (!ended(future, deadline)) {
                    return futures;
                }
            }
            done = true;
            return futures;
        } finally {
            if (!done) {
                futures.forEach(future -> future.cancel(true));
            }
        }
    }

    private static boolean ended(Future<?> future, long deadline) throws InterruptedException {
        try {
            if (deadline == TimeOps.FOREVER) {
                future.get();
            } else {
                future.get(TimeOps.remaining(deadline), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (CancellationException | ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks) throws InterruptedException, ExecutionException {
        try {
            return invokeAny(tasks, TimeOps.FOREVER);
        } catch (TimeoutException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
            throws InterruptedException, ExecutionException, TimeoutException {
        return invokeAny(tasks, TimeOps.nanos(timeout, unit));
    }

    /** As documented, and without the liberty not to start all tasks. */
    private <T> T invokeAny(Collection<? extends Callable<T>> tasks, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException();
        }
        long deadline = TimeOps.deadline(nanos);
        ExecutorCompletionService<T> ended = new ExecutorCompletionService<>(this);
        List<Future<T>> futures = new ArrayList<>();
        try {
            for (Callable<T> task : tasks) {
                futures.add(ended.submit(task));
            }
            ExecutionException last = null;
            for (int i = 0; i < futures.size(); i++) {
                Future<T> next = deadline == TimeOps.FOREVER
                        ? ended.take()
                        : ended.poll(TimeOps.remaining(deadline), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new TimeoutException();
                }
                try {
                    return next.get();
                } catch (ExecutionException e) {
                    last = e;
                }
            }
            throw Objects.requireNonNull(last);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }
}
