package bouncer.engine.library;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import bouncer.engine.ops.WaitOutcome;
import bouncer.engine.run.Sneaky;
import java.io.Serializable;
import java.util.ArrayList;
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
 * Model of {@link java.util.concurrent.ForkJoinTask}: to look whether a task is done, to end it and to join it are one
 * step each. As in the library, a task is not claimed by the thread that runs it, and a thread that joins it runs it
 * itself only if it finds it in its own queue: a task that was never forked is run by {@link #invoke} alone.
 */
@SuppressWarnings("FutureReturnValueIgnored") // to fork is to hand out the future itself
public abstract class ForkJoinTask<V extends @Nullable Object> implements Future<V>, Serializable {
    private enum Stage {
        OPEN,
        NORMAL,
        ABNORMAL
    }

    private transient Stage stage = Stage.OPEN;
    private transient @Nullable Throwable thrown;
    private transient short tag;

    public ForkJoinTask() {}

    public abstract V getRawResult();

    protected abstract void setRawResult(V value);

    protected abstract boolean exec();

    /** Runs the task in the calling thread, unless it is done. */
    final void run(String call) {
        if (finds(call)) {
            return;
        }
        boolean completed;
        try {
            completed = exec();
        } catch (Throwable t) {
            Ops.passOn(t);
            fail("ends a task", t);
            thrownBy(t);
            return;
        }
        if (completed) {
            end("ends a task", Stage.NORMAL, null);
        }
    }

    private boolean over() {
        return stage != Stage.OPEN;
    }

    /** Returns true if the task is done; a step whose result traces do not show. */
    private boolean finds(String call) {
        boolean[] found = new boolean[1];
        Ops.read(this, call, () -> {
            found[0] = over();
            if (found[0]) {
                OrderOps.acquire(this);
            }
            return Ops.NOTHING;
        });
        return found[0];
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

    /** The task has thrown in the thread that runs it. */
    void thrownBy(Throwable why) {}

    /** Returns true if a thread that joins the task helps with parts of it. */
    boolean hasParts() {
        return false;
    }

    /** Returns true if the completion of another task depends on this one, or is this one's. */
    boolean isPartOf(ForkJoinTask<?> root) {
        return false;
    }

    public final ForkJoinTask<V> fork() {
        ForkJoinPool.current().push(this);
        return this;
    }

    /**
     * Waits until the task is done. A thread without a limit of time first runs the task, if it lies in the thread's own
     * queue, and a worker then helps others that have taken its tasks.
     */
    private WaitOutcome await(String call, long nanos, boolean interruptible) {
        ForkJoinPool helped = ForkJoinPool.current();
        boolean untimed = nanos == TimeOps.FOREVER;
        if (nanos != 0 && helped.mayHelp(this, untimed)) {
            if (interruptible && Ops.active() && ThreadOps.interrupted()) {
                return WaitOutcome.INTERRUPTED;
            }
            boolean helping = !finds(call);
            while (helping && helped.help(this, untimed)) {
                helping = !finds(call);
            }
        }
        return Ops.block(Ops.wait(this, call, this::over, nanos, interruptible).words("the end of a task"), cause -> {
            if (cause == WaitOutcome.READY) {
                OrderOps.acquire(this);
            }
        });
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
        runHere("invoke");
        return report();
    }

    public final void quietlyJoin() {
        await("quietlyJoin", TimeOps.FOREVER, false);
    }

    public final void quietlyInvoke() {
        runHere("quietlyInvoke");
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

    /** Runs the task in the calling thread and waits for its end, as another may have to complete it. */
    private void runHere(String call) {
        run(call);
        if (!finds(call)) {
            await(call, TimeOps.FOREVER, false);
        }
    }

    public static void invokeAll(ForkJoinTask<?> t1, ForkJoinTask<?> t2) {
        invokeAll(List.of(t1, t2));
    }

    public static void invokeAll(ForkJoinTask<?>... tasks) {
        invokeAll(Arrays.asList(tasks));
    }

    public static <T extends ForkJoinTask<?>> Collection<T> invokeAll(Collection<T> tasks) {
        List<ForkJoinTask<?>> all = new ArrayList<>(tasks);
        for (int i = all.size() - 1; i > 0; i--) {
            all.get(i).fork();
        }
        Throwable failure = null;
        for (int i = 0; i < all.size() && failure == null; i++) {
            ForkJoinTask<?> task = all.get(i);
            if (i == 0) {
                task.runHere("invokeAll");
            } else {
                task.await("invokeAll", TimeOps.FOREVER, false);
            }
            failure = task.thrown;
        }
        if (failure != null) {
            for (int i = 1; i < all.size(); i++) {
                all.get(i).cancel(false);
            }
            throw Sneaky.sneaky(failure);
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
            stage = Stage.OPEN;
            thrown = null;
        });
    }

    public boolean tryUnfork() {
        return ForkJoinPool.current().unpush(this);
    }

    /** Runs tasks of the caller's pool until none is queued and no other thread of it runs one. */
    public static void helpQuiesce() {
        ForkJoinPool.current().helpQuiesce();
    }

    public static int getQueuedTaskCount() {
        return ForkJoinPool.current().queuedByCaller();
    }

    public static int getSurplusQueuedTaskCount() {
        ForkJoinPool pool = ForkJoinPool.currentOrNone();
        return pool == null ? 0 : pool.surplus();
    }

    protected static @Nullable ForkJoinTask<?> peekNextLocalTask() {
        return ForkJoinPool.current().nextLocal("peekNextLocalTask", false);
    }

    protected static @Nullable ForkJoinTask<?> pollNextLocalTask() {
        return ForkJoinPool.current().nextLocal("pollNextLocalTask", true);
    }

    protected static @Nullable ForkJoinTask<?> pollTask() {
        ForkJoinPool pool = ForkJoinPool.currentOrNone();
        return pool == null ? null : pool.pollAny();
    }

    protected static @Nullable ForkJoinTask<?> pollSubmission() {
        ForkJoinPool pool = ForkJoinPool.currentOrNone();
        return pool == null ? null : pool.pollSubmission();
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

    /** A task whose exception ends the worker that runs it, as of one handed to {@code execute}. */
    static final class Executed extends ForkJoinTask<@Nullable Void> {
        private final Runnable body;

        Executed(Runnable body) {
            this.body = Objects.requireNonNull(body);
        }

        @Override
        @SuppressWarnings("NullAway") // a Void can only be null
        public @Nullable Void getRawResult() {
            return null;
        }

        @Override
        protected void setRawResult(@Nullable Void value) {}

        @Override
        protected boolean exec() {
            body.run();
            return true;
        }

        @Override
        void thrownBy(Throwable why) {
            throw Sneaky.sneaky(why);
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
