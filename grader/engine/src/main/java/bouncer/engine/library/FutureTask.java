package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.FutureTask}: to claim the task, to set its outcome, to cancel it (with the
 * interrupt of its runner) and to get the outcome are one step each. What the task did happens-before what follows a
 * get.
 */
public class FutureTask<V extends @Nullable Object> implements RunnableFuture<V> {
    private enum Stage {
        NEW,
        RUNNING,
        RETURNED,
        THREW,
        CANCELLED
    }

    private final Callable<V> callable;
    private Stage stage = Stage.NEW;
    private @Nullable Thread runner;
    private @Nullable V value;
    private @Nullable Throwable thrown;

    public FutureTask(Callable<V> callable) {
        this.callable = Objects.requireNonNull(callable);
    }

    public FutureTask(Runnable runnable, V result) {
        Objects.requireNonNull(runnable);
        this.callable = Executors.callable(runnable, result);
    }

    @Override
    public void run() {
        if (!claim()) {
            return;
        }
        try {
            set(callable.call());
        } catch (Throwable t) {
            Ops.passOn(t);
            setException(t);
        }
    }

    /** Runs the task without setting its outcome, so that it can run again; returns whether it can. */
    protected boolean runAndReset() {
        if (!claim()) {
            return false;
        }
        try {
            callable.call();
        } catch (Throwable t) {
            Ops.passOn(t);
            setException(t);
            return false;
        }
        return Ops.write(this, "runAndReset", () -> {
            runner = null;
            boolean again = stage == Stage.RUNNING;
            stage = again ? Stage.NEW : stage;
            return again;
        });
    }

    private boolean claim() {
        return Ops.write(this, "run", () -> {
            boolean claimed = stage == Stage.NEW;
            if (claimed) {
                stage = Stage.RUNNING;
                runner = ThreadOps.currentThread();
            } else {
                Ops.unchanged();
            }
            return claimed;
        });
    }

    protected void set(V v) {
        end("set", Stage.RETURNED, v, null);
    }

    protected void setException(Throwable t) {
        end("setException", Stage.THREW, null, t);
    }

    private void end(String call, Stage end, @Nullable V v, @Nullable Throwable t) {
        boolean ended = Ops.write(this, call, () -> {
            if (over()) {
                Ops.unchanged();
                return false;
            }
            stage = end;
            value = v;
            thrown = t;
            runner = null;
            OrderOps.release(this);
            return true;
        });
        if (ended) {
            done();
        }
    }

    /** Called when the task has ended in any way. */
    protected void done() {}

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        Thread[] overriding = new Thread[1];
        boolean cancelled = Ops.write(this, "cancel", () -> {
            if (over()) {
                Ops.unchanged();
                return false;
            }
            stage = Stage.CANCELLED;
            if (mayInterruptIfRunning && runner != null) {
                if (ThreadOps.overridesInterrupt(runner)) {
                    overriding[0] = runner;
                } else {
                    ThreadOps.interrupt(runner);
                }
            }
            OrderOps.release(this);
            return true;
        });
        if (overriding[0] != null) {
            overriding[0].interrupt();
        }
        if (cancelled) {
            done();
        }
        return cancelled;
    }

    private boolean over() {
        return stage.compareTo(Stage.RUNNING) > 0;
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        Ops.thrown(await(TimeOps.FOREVER));
        return report();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!Ops.thrown(await(TimeOps.nanos(timeout, unit)))) {
            throw new TimeoutException();
        }
        return report();
    }

    private bouncer.engine.ops.WaitOutcome await(long nanos) {
        return Ops.block(
                Ops.wait(this, "get", this::over, nanos, true)
                        .beforeInterrupts()
                        .words("the result of a task"),
                wake -> OrderOps.acquire(this));
    }

    @SuppressWarnings("NullAway") // the value is a V once the task has returned
    private V report() throws ExecutionException {
        if (stage == Stage.CANCELLED) {
            throw new CancellationException();
        }
        if (thrown != null) {
            throw new ExecutionException(thrown);
        }
        return value;
    }

    @Override
    public boolean isDone() {
        return Ops.read(this, "isDone", () -> {
            if (over()) {
                OrderOps.acquire(this);
            }
            return over();
        });
    }

    @Override
    public boolean isCancelled() {
        return Ops.read(this, "isCancelled", () -> stage == Stage.CANCELLED);
    }

    @Override
    public String toString() {
        return RealNames.realName(this)
                + switch (Ops.read(this, "toString", () -> stage)) {
                    case NEW -> "[Not completed, task = " + callable + "]";
                    case RUNNING -> "[Not completed]";
                    case RETURNED -> "[Completed normally]";
                    case THREW -> "[Completed exceptionally: " + thrown + "]";
                    case CANCELLED -> "[Cancelled]";
                };
    }
}
