package bouncer.engine.library;

import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.RecursiveAction}. */
@SuppressWarnings("NullAway") // its result is null, as documented
public abstract class RecursiveAction extends ForkJoinTask<@Nullable Void> {
    public RecursiveAction() {}

    protected abstract void compute();

    @Override
    public final @Nullable Void getRawResult() {
        return null;
    }

    @Override
    protected final void setRawResult(@Nullable Void mustBeNull) {}

    @Override
    protected final boolean exec() {
        compute();
        return true;
    }
}
