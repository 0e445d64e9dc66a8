package bouncer.engine.library;

import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.RecursiveTask}. */
public abstract class RecursiveTask<V extends @Nullable Object> extends ForkJoinTask<V> {
    private transient @Nullable V result;

    public RecursiveTask() {}

    protected abstract V compute();

    @Override
    @SuppressWarnings("NullAway") // a V once it has run
    public final V getRawResult() {
        return result;
    }

    @Override
    protected final void setRawResult(V value) {
        result = value;
    }

    @Override
    protected final boolean exec() {
        result = compute();
        return true;
    }
}
