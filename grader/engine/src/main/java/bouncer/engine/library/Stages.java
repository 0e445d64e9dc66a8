package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The methods of {@link CompletionStage}: each makes a future that follows from others. */
@SuppressWarnings("FutureReturnValueIgnored") // stages nest futures on purpose
abstract class Stages<T extends @Nullable Object> extends Completion<T> {
    private CompletableFuture<T> self() {
        return (CompletableFuture<T>) this;
    }

    /** Returns the other stage as a future of the model. */
    @SuppressWarnings("unchecked")
    private static <U extends @Nullable Object> CompletableFuture<U> of(CompletionStage<? extends U> stage) {
        if (stage.toCompletableFuture() instanceof CompletableFuture<?> ours) {
            return (CompletableFuture<U>) ours;
        }
        throw Ops.uncontrolled("a CompletionStage that the program did not make itself");
    }

    private static <A extends @Nullable Object> Function<A, @Nullable Void> doing(Consumer<? super A> action) {
        Objects.requireNonNull(action);
        return a -> {
            action.accept(a);
            return null;
        };
    }

    private static <A extends @Nullable Object> Function<A, @Nullable Void> doing(Runnable action) {
        Objects.requireNonNull(action);
        return doing(a -> action.run());
    }

    private static <A extends @Nullable Object, B extends @Nullable Object> BiFunction<A, B, @Nullable Void> doing(
            BiConsumer<? super A, ? super B> action) {
        Objects.requireNonNull(action);
        return (a, b) -> {
            action.accept(a, b);
            return null;
        };
    }

    private static <A extends @Nullable Object, B extends @Nullable Object> BiFunction<A, B, @Nullable Void> doing2(
            Runnable action) {
        Objects.requireNonNull(action);
        return doing((a, b) -> action.run());
    }

    final void endAs(CompletableFuture<? extends T> other) {
        Throwable why = other.thrown();
        if (why == null) {
            end("completes", other.value(), null);
        } else {
            end("completes", null, wrapped(why));
        }
    }

    /** Ends as another has, by the very exception. */
    final void endLike(CompletableFuture<? extends T> other) {
        Throwable why = other.thrown();
        end("completes", why == null ? other.value() : null, why);
    }

    final CompletableFuture<T> either(CompletableFuture<? extends T> other) {
        CompletableFuture<T> first = new CompletableFuture<>();
        then("either", () -> first.endAs(self()));
        other.then("either", () -> first.endAs(other));
        return first;
    }

    @SuppressWarnings("unchecked")
    private <S extends @Nullable Object> CompletableFuture<S> widened() {
        return (CompletableFuture<S>) self();
    }

    private <U extends @Nullable Object> CompletableFuture<U> composed(
            @Nullable Executor executor, Function<? super T, ? extends CompletionStage<U>> fn) {
        return flat(onValue(executor, v -> Stages.<U>of(fn.apply(v))));
    }

    private <U extends @Nullable Object> CompletableFuture<U> flat(CompletableFuture<CompletableFuture<U>> nested) {
        CompletableFuture<U> result = fresh();
        nested.then("then", () -> {
            Throwable why = nested.thrown();
            if (why != null) {
                result.end("completes", null, why);
            } else {
                nested.value().then("then", () -> result.endAs(nested.value()));
            }
        });
        return result;
    }

    private CompletableFuture<T> watched(
            @Nullable Executor executor, BiConsumer<? super T, ? super @Nullable Throwable> action) {
        CompletableFuture<T> result = fresh();
        then(
                "whenComplete",
                () -> by(executor, () -> {
                    Throwable why = thrown();
                    try {
                        action.accept(value(), why);
                    } catch (Throwable t) {
                        Ops.passOn(t);
                        if (why == null) {
                            why = t;
                        } else if (why != t) {
                            why.addSuppressed(t);
                        }
                    }
                    result.end("completes", why == null ? value() : null, why == null ? null : wrapped(why));
                }));
        return result;
    }

    private CompletableFuture<T> recovered(@Nullable Executor executor, Function<Throwable, ? extends T> fn) {
        CompletableFuture<T> result = fresh();
        then("exceptionally", () -> {
            Throwable why = thrown();
            if (why == null) {
                result.end("completes", value(), null);
            } else {
                by(executor, () -> endBy(result, () -> fn.apply(why)));
            }
        });
        return result;
    }

    private CompletableFuture<T> recomposed(
            @Nullable Executor executor, Function<Throwable, ? extends CompletionStage<T>> fn) {
        CompletableFuture<CompletableFuture<T>> nested = new CompletableFuture<>();
        then("exceptionallyCompose", () -> {
            Throwable why = thrown();
            if (why == null) {
                nested.end("completes", self(), null);
            } else {
                by(executor, () -> endBy(nested, () -> Stages.<T>of(fn.apply(why))));
            }
        });
        return flat(nested);
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
        return onValue(null, Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn) {
        return onValue(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenApplyAsync(
            Function<? super T, ? extends U> fn, Executor executor) {
        return onValue(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenAccept(Consumer<? super T> action) {
        return onValue(null, doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenAcceptAsync(Consumer<? super T> action) {
        return onValue(defaultExecutor(), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
        return onValue(Objects.requireNonNull(executor), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenRun(Runnable action) {
        return onValue(null, doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenRunAsync(Runnable action) {
        return onValue(defaultExecutor(), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> thenRunAsync(Runnable action, Executor executor) {
        return onValue(Objects.requireNonNull(executor), doing(action));
    }

    @Override
    public <U extends @Nullable Object, V extends @Nullable Object> CompletableFuture<V> thenCombine(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return both(null, Stages.<U>of(other), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object, V extends @Nullable Object> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
        return both(defaultExecutor(), Stages.<U>of(other), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object, V extends @Nullable Object> CompletableFuture<V> thenCombineAsync(
            CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn, Executor executor) {
        return both(Objects.requireNonNull(executor), Stages.<U>of(other), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<@Nullable Void> thenAcceptBoth(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return both(null, Stages.<U>of(other), doing(action));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<@Nullable Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
        return both(defaultExecutor(), Stages.<U>of(other), doing(action));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<@Nullable Void> thenAcceptBothAsync(
            CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action, Executor executor) {
        return both(Objects.requireNonNull(executor), Stages.<U>of(other), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
        return both(null, Stages.<Object>of(other), doing2(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
        return both(defaultExecutor(), Stages.<Object>of(other), doing2(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterBothAsync(
            CompletionStage<?> other, Runnable action, Executor executor) {
        return both(Objects.requireNonNull(executor), Stages.<Object>of(other), doing2(action));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> applyToEither(
            CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return either(Stages.<T>of(other)).onValue(null, Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> fn) {
        return either(Stages.<T>of(other)).onValue(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> applyToEitherAsync(
            CompletionStage<? extends T> other, Function<? super T, U> fn, Executor executor) {
        return either(Stages.<T>of(other)).onValue(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<@Nullable Void> acceptEither(
            CompletionStage<? extends T> other, Consumer<? super T> action) {
        return either(Stages.<T>of(other)).onValue(null, doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action) {
        return either(Stages.<T>of(other)).onValue(defaultExecutor(), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> acceptEitherAsync(
            CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
        return either(Stages.<T>of(other)).onValue(Objects.requireNonNull(executor), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterEither(CompletionStage<?> other, Runnable action) {
        return this.<Object>widened().either(Stages.<Object>of(other)).onValue(null, doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action) {
        return this.<Object>widened().either(Stages.<Object>of(other)).onValue(defaultExecutor(), doing(action));
    }

    @Override
    public CompletableFuture<@Nullable Void> runAfterEitherAsync(
            CompletionStage<?> other, Runnable action, Executor executor) {
        return this.<Object>widened()
                .either(Stages.<Object>of(other))
                .onValue(Objects.requireNonNull(executor), doing(action));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenCompose(
            Function<? super T, ? extends CompletionStage<U>> fn) {
        return composed(null, Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> fn) {
        return composed(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> fn, Executor executor) {
        return composed(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> handle(
            BiFunction<? super T, @Nullable Throwable, ? extends U> fn) {
        return onEnd(null, Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> handleAsync(
            BiFunction<? super T, @Nullable Throwable, ? extends U> fn) {
        return onEnd(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> handleAsync(
            BiFunction<? super T, @Nullable Throwable, ? extends U> fn, Executor executor) {
        return onEnd(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super @Nullable Throwable> action) {
        return watched(null, Objects.requireNonNull(action));
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super @Nullable Throwable> action) {
        return watched(defaultExecutor(), Objects.requireNonNull(action));
    }

    @Override
    public CompletableFuture<T> whenCompleteAsync(
            BiConsumer<? super T, ? super @Nullable Throwable> action, Executor executor) {
        return watched(Objects.requireNonNull(executor), Objects.requireNonNull(action));
    }

    @Override
    public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
        return recovered(null, Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn) {
        return recovered(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn, Executor executor) {
        return recovered(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyCompose(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return recomposed(null, Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(Function<Throwable, ? extends CompletionStage<T>> fn) {
        return recomposed(defaultExecutor(), Objects.requireNonNull(fn));
    }

    @Override
    public CompletableFuture<T> exceptionallyComposeAsync(
            Function<Throwable, ? extends CompletionStage<T>> fn, Executor executor) {
        return recomposed(Objects.requireNonNull(executor), Objects.requireNonNull(fn));
    }
}
