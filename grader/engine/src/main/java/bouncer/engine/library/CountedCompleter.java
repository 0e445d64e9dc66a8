package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.CountedCompleter}: each look at or change of the pending count is one step. A
 * thread that joins one runs queued tasks below it meanwhile, its own newest or the oldest of another queue.
 */
public abstract class CountedCompleter<T extends @Nullable Object> extends ForkJoinTask<T> {
    private final transient @Nullable CountedCompleter<?> completer;
    private transient int pending;

    protected CountedCompleter(@Nullable CountedCompleter<?> completer, int initialPendingCount) {
        this.completer = completer;
        this.pending = initialPendingCount;
    }

    protected CountedCompleter(@Nullable CountedCompleter<?> completer) {
        this(completer, 0);
    }

    protected CountedCompleter() {
        this(null, 0);
    }

    public abstract void compute();

    @SuppressWarnings("UnusedVariable") // for subclasses
    public void onCompletion(CountedCompleter<?> caller) {}

    @SuppressWarnings("UnusedVariable") // for subclasses
    public boolean onExceptionalCompletion(Throwable ex, CountedCompleter<?> caller) {
        return true;
    }

    public final @Nullable CountedCompleter<?> getCompleter() {
        return completer;
    }

    public final CountedCompleter<?> getRoot() {
        CountedCompleter<?> at = this;
        while (at.completer != null) {
            at = at.completer;
        }
        return at;
    }

    private Object count() {
        return Ops.part(this, 0);
    }

    /** Takes a step that changes the count as a volatile update does. */
    private int update(String call, java.util.function.IntUnaryOperator change) {
        return Ops.write(count(), call, () -> {
            int before = pending;
            pending = change.applyAsInt(before);
            OrderOps.acquire(count());
            if (pending == before) {
                Ops.unchanged();
            } else {
                OrderOps.release(count());
            }
            return before;
        });
    }

    public final int getPendingCount() {
        return Ops.read(count(), "getPendingCount", () -> {
            OrderOps.acquire(count());
            return pending;
        });
    }

    public final void setPendingCount(int count) {
        int unused = update("setPendingCount", before -> count);
    }

    public final void addToPendingCount(int delta) {
        int unused = update("addToPendingCount", before -> before + delta);
    }

    public final boolean compareAndSetPendingCount(int expected, int count) {
        return update("compareAndSetPendingCount", before -> before == expected ? count : before) == expected;
    }

    public final int decrementPendingCountUnlessZero() {
        return update("decrementPendingCountUnlessZero", before -> before == 0 ? 0 : before - 1);
    }

    /** Walks up the completers while their counts are zero, and calls {@code onCompletion} of each if wanted. */
    private void complete(String call, boolean told) {
        CountedCompleter<?> at = this;
        CountedCompleter<?> child = this;
        while (at.update(call, before -> before == 0 ? 0 : before - 1) == 0) {
            if (told) {
                at.onCompletion(child);
            }
            child = at;
            at = at.completer;
            if (at == null) {
                child.quietlyComplete();
                return;
            }
        }
    }

    public final void tryComplete() {
        complete("tryComplete", true);
    }

    public final void propagateCompletion() {
        complete("propagateCompletion", false);
    }

    @Override
    public void complete(T rawResult) {
        setRawResult(rawResult);
        onCompletion(this);
        quietlyComplete();
        if (completer != null) {
            completer.tryComplete();
        }
    }

    public final @Nullable CountedCompleter<?> firstComplete() {
        return decrementPendingCountUnlessZero() == 0 ? this : null;
    }

    public final @Nullable CountedCompleter<?> nextComplete() {
        if (completer != null) {
            return completer.firstComplete();
        }
        quietlyComplete();
        return null;
    }

    public final void quietlyCompleteRoot() {
        getRoot().quietlyComplete();
    }

    @Override
    protected final boolean exec() {
        compute();
        return false;
    }

    @Override
    final void failed(Throwable why) {
        failed(why, this);
    }

    /** Those above end by the exception, too, as far as each in turn wants that. */
    private void failed(Throwable why, CountedCompleter<?> child) {
        if (onExceptionalCompletion(why, child) && completer != null && completer.endAbnormally(why)) {
            completer.failed(why, this);
        }
    }

    public final void helpComplete(int maxTasks) {
        ForkJoinPool.current().helpComplete(this, maxTasks);
    }

    @Override
    final boolean hasParts() {
        return true;
    }

    @Override
    final boolean isPartOf(ForkJoinTask<?> root) {
        CountedCompleter<?> at = this;
        while (at != null && at != root) {
            at = at.completer;
        }
        return at == root;
    }

    @Override
    @SuppressWarnings("NullAway") // as documented: null unless a subclass has a result
    public T getRawResult() {
        return null;
    }

    @Override
    @SuppressWarnings("UnusedVariable") // for subclasses
    protected void setRawResult(T t) {}
}
