package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.TimeOps;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.CompletableFuture}; see {@link Completion} and {@link Stages}. Its default
 * executor is the model's common pool.
 */
public class CompletableFuture<T extends @Nullable Object> extends Stages<T> {
    public CompletableFuture() {}

    public static <U extends @Nullable Object> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
        return supplyAsync(supplier, ForkJoinPool.commonPool());
    }

    public static <U extends @Nullable Object> CompletableFuture<U> supplyAsync(
            Supplier<U> supplier, Executor executor) {
        Objects.requireNonNull(supplier);
        CompletableFuture<U> result = new CompletableFuture<>();
        Objects.requireNonNull(executor).execute(() -> endBy(result, supplier));
        return result;
    }

    public static CompletableFuture<@Nullable Void> runAsync(Runnable runnable) {
        return runAsync(runnable, ForkJoinPool.commonPool());
    }

    public static CompletableFuture<@Nullable Void> runAsync(Runnable runnable, Executor executor) {
        Objects.requireNonNull(runnable);
        return CompletableFuture.<@Nullable Void>supplyAsync(
                () -> {
                    runnable.run();
                    return null;
                },
                executor);
    }

    public static <U extends @Nullable Object> CompletableFuture<U> completedFuture(U value) {
        CompletableFuture<U> result = new CompletableFuture<>();
        result.obtrude(value, null);
        return result;
    }

    public static <U extends @Nullable Object> CompletableFuture<U> failedFuture(Throwable ex) {
        CompletableFuture<U> result = new CompletableFuture<>();
        result.obtrude(null, Objects.requireNonNull(ex));
        return result;
    }

    public static <U> CompletionStage<U> completedStage(U value) {
        return completedFuture(value).minimalCompletionStage();
    }

    public static <U> CompletionStage<U> failedStage(Throwable ex) {
        MinimalStage<U> stage = new MinimalStage<>();
        stage.obtrude(null, Objects.requireNonNull(ex));
        return stage;
    }

    /** Ends with null when all have ended, with the first exception of any. */
    @SuppressWarnings("NullAway") // futures of nothing
    public static CompletableFuture<@Nullable Void> allOf(CompletableFuture<?>... cfs) {
        CompletableFuture<@Nullable Void> all = completedFuture(null);
        for (CompletableFuture<?> next : cfs) {
            all = all.both(null, next, (nothing, something) -> null);
        }
        return all;
    }

    /** Ends as the first does. */
    public static CompletableFuture<@Nullable Object> anyOf(CompletableFuture<?>... cfs) {
        CompletableFuture<@Nullable Object> any = new CompletableFuture<>();
        for (CompletableFuture<?> next : cfs) {
            next.then("anyOf", () -> any.endAs(next));
        }
        return any;
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit) {
        return delayedExecutor(delay, unit, ForkJoinPool.commonPool());
    }

    public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor) {
        Objects.requireNonNull(executor);
        long nanos = TimeOps.nanos(delay, unit);
        return task -> new Delay(nanos, new CompletableFuture<>(), true, () -> executor.execute(task)).start();
    }

    @Override
    <R extends @Nullable Object> CompletableFuture<R> fresh() {
        return newIncompleteFuture();
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    @Override
    public Executor defaultExecutor() {
        return ForkJoinPool.commonPool();
    }

    @Override
    void mirror(@Nullable T result, @Nullable Throwable why) {
        if (why == null) {
            super.obtrudeValue(result);
        } else {
            super.obtrudeException(why);
        }
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier) {
        return completeAsync(supplier, defaultExecutor());
    }

    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        Objects.requireNonNull(supplier);
        executor.execute(() -> endBy(this, supplier::get));
        return this;
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        Runnable late = () -> end("orTimeout", null, new TimeoutException());
        new Delay(TimeOps.nanos(timeout, unit), this, false, late).start();
        return this;
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        Runnable late = () -> end("completeOnTimeout", value, null);
        new Delay(TimeOps.nanos(timeout, unit), this, false, late).start();
        return this;
    }

    @Override
    public boolean complete(T value) {
        return end("complete", value, null);
    }

    @Override
    public boolean completeExceptionally(Throwable ex) {
        return end("completeExceptionally", null, Objects.requireNonNull(ex));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return end("cancel", null, new CancellationException()) || isCancelled();
    }

    @Override
    public void obtrudeValue(T value) {
        obtrude(value, null);
    }

    @Override
    public void obtrudeException(Throwable ex) {
        obtrude(null, Objects.requireNonNull(ex));
    }

    @Override
    public T join() {
        await("join", TimeOps.FOREVER, false);
        return super.join();
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Ops.thrown(await("get", TimeOps.FOREVER, true));
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!Ops.thrown(await("get", TimeOps.nanos(timeout, unit), true))) {
            throw new TimeoutException();
        }
        return super.get(0, TimeUnit.NANOSECONDS);
    }

    @Override
    public T getNow(T valueIfAbsent) {
        return looked("getNow", () -> super.getNow(valueIfAbsent));
    }

    @Override
    public boolean isDone() {
        return looked("isDone", super::isDone);
    }

    @Override
    public boolean isCancelled() {
        return looked("isCancelled", super::isCancelled);
    }

    @Override
    public boolean isCompletedExceptionally() {
        return looked("isCompletedExceptionally", super::isCompletedExceptionally);
    }

    @Override
    public int getNumberOfDependents() {
        return looked("getNumberOfDependents", this::dependents);
    }

    @Override
    public CompletableFuture<T> copy() {
        return onValue(null, v -> v);
    }

    @Override
    public CompletionStage<T> minimalCompletionStage() {
        return minimal("minimalCompletionStage");
    }

    private MinimalStage<T> minimal(String call) {
        MinimalStage<T> stage = new MinimalStage<>();
        then(call, () -> stage.endAs(this));
        return stage;
    }

    /** A stage of which nothing can be asked but other stages, and a future of one's own. */
    private static final class MinimalStage<T extends @Nullable Object> extends CompletableFuture<T> {
        @Override
        public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
            return new MinimalStage<>();
        }

        @Override
        public CompletableFuture<T> toCompletableFuture() {
            CompletableFuture<T> future = new CompletableFuture<>();
            then("toCompletableFuture", () -> future.endLike(this));
            return future;
        }

        @Override
        public T get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public T get(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public T getNow(T valueIfAbsent) {
            throw new UnsupportedOperationException();
        }

        @Override
        public T join() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean complete(T value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean completeExceptionally(Throwable ex) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void obtrudeValue(T value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void obtrudeException(Throwable ex) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isDone() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCancelled() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isCompletedExceptionally() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getNumberOfDependents() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return this;
    }

    @Override
    public String toString() {
        return RealNames.realName(this)
                + looked("toString", () -> {
                    if (over()) {
                        Throwable why = thrown();
                        return why == null ? "[Completed normally]" : "[Completed exceptionally: " + why + "]";
                    }
                    return dependents() == 0 ? "[Not completed]" : "[Not completed, " + dependents() + " dependents]";
                });
    }
}
