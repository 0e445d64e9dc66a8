package bouncer.engine.library;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import bouncer.engine.run.Sneaky;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ForkJoinTask}: to claim a task, to end it and to join it are one step each.
 * A thread that joins a task that no worker has claimed runs it itself.
 */
@SuppressWarnings("FutureReturnValueIgnored") // to fork is to hand out the future itself
public abstract class ForkJoinTask<V extends @Nullable Object> implements Future<V>, Serializable {
    private enum Stage {
        NEW,
        CLAIMED,
        NORMAL,
        ABNORMAL
    }

    private transient Stage stage = Stage.NEW;
    private transient @Nullable Throwable thrown;
    private transient short tag;

    public ForkJoinTask() {}

    public abstract V getRawResult();

    protected abstract void setRawResult(V value);

    protected abstract boolean exec();

    /** Runs the task unless another thread has claimed it; returns whether the caller ran it. */
    final boolean runIfUnclaimed() {
        boolean mine = Ops.write(this, "begins a task", () -> {
            boolean claimed = stage == Stage.NEW;
            if (claimed) {
                OrderOps.acquire(this);
                stage = Stage.CLAIMED;
            } else {
                Ops.unchanged();
            }
            return claimed;
        });
        if (mine) {
            runClaimed();
        }
        return mine;
    }

    private void runClaimed() {
        boolean completed;
        try {
            completed = exec();
        } catch (Throwable t) {
            Ops.passOn(t);
            fail("ends a task", t);
            return;
        }
        if (completed) {
            end("ends a task", Stage.NORMAL, null);
        }
    }

    private boolean over() {
        return stage.compareTo(Stage.CLAIMED) > 0;
    }

    private boolean end(String call, Stage how, @Nullable Throwable why) {
        return Ops.write(this, call, () -> {
            if (over()) {
                Ops.unchanged();
                return false;
            }
            stage = how;
            thrown = why;
            OrderOps.release(this);
            return true;
        });
    }

    /** Ends the task by an exception, unless it has ended before. */
    private void fail(String call, Throwable why) {
        if (end(call, Stage.ABNORMAL, why)) {
            failed(why);
        }
    }

    /** Ends the task by an exception of another, unless it has ended before; returns whether that did it. */
    final boolean endAbnormally(Throwable why) {
        return end("ends a task", Stage.ABNORMAL, why);
    }

    /** The task has ended by an exception. */
    void failed(Throwable why) {}

    /** Called before a thread waits for a task that has begun. */
    void awaited(String call) {}

    public final ForkJoinTask<V> fork() {
        OrderOps.release(this);
        ForkJoinPool.current().push(this);
        return this;
    }

    /** Waits until the task is over, or runs it. */
    private WaitOutcome await(String call, long nanos, boolean interruptible) {
        boolean[] mine = new boolean[1];
        awaited(call);
        WaitOutcome wake = Ops.block(
                Ops.wait(this, call, () -> over() || stage == Stage.NEW, nanos, interruptible)
                        .words("the end of a task"),
                cause -> {
                    if (cause == WaitOutcome.READY) {
                        OrderOps.acquire(this);
                        mine[0] = stage == Stage.NEW;
                        stage = mine[0] ? Stage.CLAIMED : stage;
                    }
                });
        if (mine[0]) {
            runClaimed();
            // A task whose exec answered false is completed by others.
            return over()
                    ? WaitOutcome.READY
                    : Ops.block(this, call, this::over, nanos, interruptible, c -> OrderOps.acquire(this));
        }
        return wake;
    }

    private V report() {
        if (thrown != null) {
            throw Sneaky.sneaky(thrown);
        }
        return getRawResult();
    }

    public final V join() {
        await("join", TimeOps.FOREVER, false);
        return report();
    }

    public final V invoke() {
        runIfUnclaimed();
        await("invoke", TimeOps.FOREVER, false);
        return report();
    }

    public final void quietlyJoin() {
        await("quietlyJoin", TimeOps.FOREVER, false);
    }

    public final void quietlyInvoke() {
        runIfUnclaimed();
        await("quietlyInvoke", TimeOps.FOREVER, false);
    }

    public final void quietlyComplete() {
        end("quietlyComplete", Stage.NORMAL, null);
    }

    @Override
    public final V get() throws InterruptedException, ExecutionException {
        Ops.thrown(await("get", TimeOps.FOREVER, true));
        return reportGet();
    }

    @Override
    public final V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!Ops.thrown(await("get", TimeOps.nanos(timeout, unit), true))) {
            throw new TimeoutException();
        }
        return reportGet();
    }

    private V reportGet() throws ExecutionException {
        if (thrown instanceof CancellationException cancelled) {
            throw cancelled;
        }
        if (thrown != null) {
            throw new ExecutionException(thrown);
        }
        return getRawResult();
    }

    public static void invokeAll(ForkJoinTask<?> t1, ForkJoinTask<?> t2) {
        t2.fork();
        t1.invoke();
        t2.join();
    }

    public static void invokeAll(ForkJoinTask<?>... tasks) {
        invokeAll(Arrays.asList(tasks));
    }

    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
        List<T> all = List.copyOf(tasks);
        for (int i = 1; i < all.size(); i++) {
            all.get(i).fork();
        }
        if (!all.isEmpty()) {
            all.get(0).invoke();
        }
        for (int i = 1; i < all.size(); i++) {
            all.get(i).join();
        }
        return tasks;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        end("cancel", Stage.ABNORMAL, new CancellationException());
        return isCancelled();
    }

    @Override
    public final boolean isDone() {
        return looks("isDone", this::over);
    }

    private boolean looks(String call, java.util.function.BooleanSupplier what) {
        return Ops.read(this, call, () -> {
            if (over()) {
                OrderOps.acquire(this);
            }
            return what.getAsBoolean();
        });
    }

    @Override
    public final boolean isCancelled() {
        return looks("isCancelled", () -> thrown instanceof CancellationException);
    }

    public final boolean isCompletedAbnormally() {
        return looks("isCompletedAbnormally", () -> stage == Stage.ABNORMAL);
    }

    public final boolean isCompletedNormally() {
        return looks("isCompletedNormally", () -> stage == Stage.NORMAL);
    }

    public final @Nullable Throwable getException() {
        return isDone() ? thrown : null;
    }

    public void completeExceptionally(Throwable ex) {
        fail(
                "completeExceptionally",
                ex instanceof RuntimeException || ex instanceof Error ? ex : new RuntimeException(ex));
    }

    public void complete(V value) {
        try {
            setRawResult(value);
        } catch (RuntimeException | Error t) {
            Ops.passOn(t);
            end("complete", Stage.ABNORMAL, t);
            return;
        }
        end("complete", Stage.NORMAL, null);
    }

    public void reinitialize() {
        Ops.change(this, "reinitialize", () -> {
            stage = Stage.NEW;
            thrown = null;
        });
    }

    public boolean tryUnfork() {
        return ForkJoinPool.current().unpush(this);
    }

    public static @Nullable ForkJoinPool getPool() {
        return ForkJoinPool.currentOrNone();
    }

    public static boolean inForkJoinPool() {
        return ForkJoinPool.currentOrNone() != null;
    }

    public final short getForkJoinTaskTag() {
        return Ops.step(tagTarget(), AccessKind.READ, "getForkJoinTaskTag", () -> tag);
    }

    public final short setForkJoinTaskTag(short newValue) {
        return Ops.step(tagTarget(), AccessKind.UPDATE, "setForkJoinTaskTag", () -> {
            short old = tag;
            tag = newValue;
            return old;
        });
    }

    public final boolean compareAndSetForkJoinTaskTag(short expect, short update) {
        return Ops.step(tagTarget(), AccessKind.UPDATE, "compareAndSetForkJoinTaskTag", () -> {
            if (tag != expect) {
                Ops.unchanged();
                return false;
            }
            tag = update;
            return true;
        });
    }

    /**
     * The tag is a volatile variable of its own: what is done with it commutes with what is done with the task's state.
     */
    private Object tagTarget() {
        return Ops.part(this, 1);
    }

    private static final class Adapted<T extends @Nullable Object> extends ForkJoinTask<T>
            implements RunnableFuture<T> {
        private final Callable<? extends T> callable;
        private @Nullable T result;

        Adapted(Callable<? extends T> callable) {
            this.callable = callable;
        }

        @Override
        @SuppressWarnings("NullAway") // a T once it has run
        public T getRawResult() {
            return result;
        }

        @Override
        protected void setRawResult(T value) {
            result = value;
        }

        @Override
        protected boolean exec() {
            try {
                result = callable.call();
                return true;
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new RuntimeException(e);
            }
        }

        @Override
        public void run() {
            invoke();
        }
    }

    public static ForkJoinTask<?> adapt(Runnable runnable) {
        return new Adapted<>(Executors.callable(Objects.requireNonNull(runnable)));
    }

    public static <T> ForkJoinTask<T> adapt(Runnable runnable, T result) {
        return new Adapted<>(Executors.callable(Objects.requireNonNull(runnable), result));
    }

    public static <T> ForkJoinTask<T> adapt(Callable<? extends T> callable) {
        return new Adapted<>(Objects.requireNonNull(callable));
    }
}
