package bouncer.engine.library;

import bouncer.engine.model.ModelThread;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ForkJoinWorkerThread}: a daemon that works for a pool. */
public class ForkJoinWorkerThread extends ModelThread {
    private final ForkJoinPool pool;
    private final int index;

    protected ForkJoinWorkerThread(ForkJoinPool pool) {
        this(null, pool, false);
    }

    protected ForkJoinWorkerThread(@Nullable ThreadGroup group, ForkJoinPool pool, boolean preserveThreadLocals) {
        super(group, null, Objects.requireNonNull(pool).nextName());
        this.pool = pool;
        index = pool.lastNumber() - 1;
        setDaemon(true);
        workForkJoin();
    }

    public ForkJoinPool getPool() {
        return pool;
    }

    public int getPoolIndex() {
        return index;
    }

    public int getQueuedTaskCount() {
        return pool.queuedBy(this);
    }

    protected void onStart() {}

    protected void onTermination(@Nullable Throwable exception) {}

    @Override
    public void run() {
        Throwable thrown = null;
        try {
            onStart();
            pool.work(this);
        } catch (Throwable t) {
            bouncer.engine.ops.Ops.passOn(t);
            thrown = t;
            throw t;
        } finally {
            onTermination(thrown);
        }
    }
}
