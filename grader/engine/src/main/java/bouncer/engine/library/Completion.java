package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.Wait;
import bouncer.engine.ops.WaitOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The core of {@link CompletableFuture}: an outcome that is set once, and what is to be done then. To complete, to ask
 * to be called, and to look are one step each; what is to be done runs after the step, in the thread that completes or,
 * if the outcome is there already, in the one that asks. The real class holds the outcome, too, and reports it as it
 * does.
 */
abstract class Completion<T extends @Nullable Object> extends java.util.concurrent.CompletableFuture<T> {
    private final Deque<Runnable> dependents = new ArrayDeque<>();
    /**
     * Happens-before in the other direction: from the thread that registers the action to the thread that completes.
     */
    private final Object asked = new Object();

    private boolean over;
    private @Nullable T value;
    private @Nullable Throwable thrown;

    boolean over() {
        return over;
    }

    int dependents() {
        return dependents.size();
    }

    /** The value; only when it is over and nothing was thrown. */
    @SuppressWarnings("NullAway") // a T once it is over
    T value() {
        return value;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** Sets the outcome if there is none yet, then does what is to be done; returns whether it set it. */
    final boolean end(String call, @Nullable T result, @Nullable Throwable why) {
        Deque<Runnable> waiting = new ArrayDeque<>();
        boolean mine = Ops.write(this, call, () -> {
            if (over) {
                Ops.unchanged();
                return false;
            }
            setNow(result, why);
            waiting.addAll(dependents);
            dependents.clear();
            OrderOps.acquire(asked);
            return true;
        });
        waiting.forEach(Runnable::run);
        return mine;
    }

    private void setNow(@Nullable T result, @Nullable Throwable why) {
        over = true;
        value = result;
        thrown = why;
        OrderOps.release(this);
        mirror(result, why);
    }

    /** Tells the real class of the outcome. */
    abstract void mirror(@Nullable T result, @Nullable Throwable why);

    /** Sets the outcome whether there is one or not. */
    final void obtrude(@Nullable T result, @Nullable Throwable why) {
        Ops.change(this, "obtrude", () -> setNow(result, why));
    }

    /** Runs {@code action} at once if there is an outcome, else in the thread that completes. */
    final void then(String call, Runnable action) {
        boolean now = Ops.write(this, call, () -> {
            if (over) {
                OrderOps.acquire(this);
                Ops.unchanged();
            } else {
                // Last in, first out: as the JDK does it.
                dependents.push(action);
                OrderOps.release(asked);
            }
            return over;
        });
        if (now) {
            action.run();
        }
    }

    /** Looks at the outcome, if there is one. */
    final <R extends @Nullable Object> R looked(String call, java.util.function.Supplier<R> look) {
        return Ops.read(this, call, () -> {
            if (over) {
                OrderOps.acquire(this);
            }
            return look.get();
        });
    }

    /** Waits for the outcome. */
    final WaitOutcome await(String call, long nanos, boolean interruptible) {
        Wait wait = Ops.wait(this, call, this::over, nanos, interruptible)
                .beforeInterrupts()
                .words("the completion of a future");
        return Ops.block(wait, wake -> OrderOps.acquire(this));
    }

    /** Returns an exception as dependents see it. */
    static Throwable wrapped(Throwable t) {
        return t instanceof java.util.concurrent.CompletionException
                ? t
                : new java.util.concurrent.CompletionException(t);
    }

    /** Runs a task at once, or by an executor. */
    static void by(@Nullable Executor executor, Runnable task) {
        if (executor == null) {
            task.run();
        } else {
            executor.execute(task);
        }
    }

    /** Ends {@code result} with what {@code f} answers, or throws. */
    static <R extends @Nullable Object> void endBy(CompletableFuture<R> result, java.util.function.Supplier<R> f) {
        R value;
        try {
            value = f.get();
        } catch (Throwable t) {
            Ops.passOn(t);
            result.end("completes", null, wrapped(t));
            return;
        }
        result.end("completes", value, null);
    }

    /** What follows from the value; an exception goes past it. */
    final <R extends @Nullable Object> CompletableFuture<R> onValue(
            @Nullable Executor executor, Function<? super T, ? extends R> f) {
        CompletableFuture<R> result = fresh();
        then("then", () -> {
            Throwable why = thrown();
            if (why != null) {
                result.end("completes", null, wrapped(why));
            } else {
                run(executor, result, () -> f.apply(value()));
            }
        });
        return result;
    }

    /** What follows from the value or the exception. */
    final <R extends @Nullable Object> CompletableFuture<R> onEnd(
            @Nullable Executor executor, BiFunction<? super @Nullable T, ? super @Nullable Throwable, ? extends R> f) {
        CompletableFuture<R> result = fresh();
        then("then", () -> run(executor, result, () -> f.apply(value(), thrown())));
        return result;
    }

    /** What follows from two values. */
    final <U extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> both(
            @Nullable Executor executor, CompletableFuture<U> other, BiFunction<? super T, ? super U, ? extends R> f) {
        CompletableFuture<R> result = fresh();
        then(
                "then",
                () -> other.then("then", () -> {
                    Throwable why = thrown() != null ? thrown() : other.thrown();
                    if (why != null) {
                        result.end("completes", null, wrapped(why));
                    } else {
                        run(executor, result, () -> f.apply(value(), other.value()));
                    }
                }));
        return result;
    }

    private static <R extends @Nullable Object> void run(
            @Nullable Executor executor, CompletableFuture<R> result, java.util.function.Supplier<R> f) {
        try {
            by(executor, () -> endBy(result, f));
        } catch (RuntimeException | Error e) {
            Ops.passOn(e);
            // The executor refused.
            result.end("completes", null, wrapped(e));
        }
    }

    /** Returns a new future for what follows. */
    abstract <R extends @Nullable Object> CompletableFuture<R> fresh();
}
