package bouncer.engine.library;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ExecutorCompletionService}. */
public class ExecutorCompletionService<V> implements CompletionService<V> {
    private final Executor executor;
    private final BlockingQueue<Future<V>> ended;

    public ExecutorCompletionService(Executor executor) {
        this(executor, new LinkedBlockingQueue<>());
    }

    public ExecutorCompletionService(Executor executor, BlockingQueue<Future<V>> completionQueue) {
        this.executor = Objects.requireNonNull(executor);
        this.ended = Objects.requireNonNull(completionQueue);
    }

    @SuppressWarnings("NullAway") // a future of nothing
    private Future<V> submitted(RunnableFuture<V> future) {
        executor.execute(new FutureTask<@Nullable Void>(future, null) {
            @Override
            protected void done() {
                ended.add(future);
            }
        });
        return future;
    }

    @Override
    public Future<V> submit(Callable<V> task) {
        Objects.requireNonNull(task);
        return submitted(
                executor instanceof AbstractExecutorService service
                        ? service.newTaskFor(task)
                        : new FutureTask<>(task));
    }

    @Override
    public Future<V> submit(Runnable task, V result) {
        Objects.requireNonNull(task);
        return submitted(
                executor instanceof AbstractExecutorService service
                        ? service.newTaskFor(task, result)
                        : new FutureTask<>(task, result));
    }

    @Override
    public Future<V> take() throws InterruptedException {
        return ended.take();
    }

    @Override
    public @Nullable Future<V> poll() {
        return ended.poll();
    }

    @Override
    public @Nullable Future<V> poll(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.poll(timeout, unit);
    }
}
