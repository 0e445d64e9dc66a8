package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.TimeOps;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * The settings of a thread pool. The JDK keeps them in volatile fields; here each change is one step that releases,
 * each read one step that acquires, both on the queue of the pool.
 *
 * @param <H> the type of the handler of rejected tasks, which the settings only keep
 */
final class PoolSettings<H> {
    private final Object owner;
    private final PoolState pool;
    private ThreadFactory factory;
    private H handler;
    private long keepAlive;
    private boolean coreTimesOut;

    /** Settings of a pool; the owner is the executor, and the keep-alive time is in nanoseconds. */
    PoolSettings(Object owner, PoolState pool, ThreadFactory factory, H handler, long keepAlive) {
        this.owner = owner;
        this.pool = pool;
        this.factory = factory;
        this.handler = handler;
        this.keepAlive = keepAlive;
    }

    /** Changes a setting in one step. Throws what the change throws. */
    void set(String call, Runnable change) {
        Ops.change(pool.at(), call, () -> {
            change.run();
            OrderOps.release(location());
        });
    }

    /** Reads a setting in one step. */
    <T> T get(String call, Supplier<T> read) {
        return Ops.read(pool.at(), call, () -> {
            OrderOps.acquire(location());
            return read.get();
        });
    }

    private Object location() {
        return Ops.part(owner, 1);
    }

    /** Returns the factory, read as part of a step under way. */
    ThreadFactory currentFactory() {
        OrderOps.acquire(location());
        return factory;
    }

    /** Returns the handler, read as part of a step under way. */
    H currentHandler() {
        OrderOps.acquire(location());
        return handler;
    }

    /** Returns how long an idle worker waits for a task now, in nanoseconds. */
    long patience() {
        return coreTimesOut || pool.workers.size() > pool.core ? keepAlive : TimeOps.FOREVER;
    }

    /** Returns whether workers of the core end when idle, read as part of a step under way. */
    boolean coreEnds() {
        return coreTimesOut;
    }

    ThreadFactory factory() {
        return get("getThreadFactory", () -> factory);
    }

    void factory(ThreadFactory next) {
        Objects.requireNonNull(next);
        set("setThreadFactory", () -> factory = next);
    }

    H handler() {
        return get("getRejectedExecutionHandler", () -> handler);
    }

    void handler(H next) {
        Objects.requireNonNull(next);
        set("setRejectedExecutionHandler", () -> handler = next);
    }

    void core(int size) {
        set("setCorePoolSize", () -> {
            if (size < 0 || pool.most < size) {
                throw new IllegalArgumentException();
            }
            pool.core = size;
        });
    }

    void most(int size) {
        set("setMaximumPoolSize", () -> {
            if (size <= 0 || size < pool.core) {
                throw new IllegalArgumentException();
            }
            pool.most = size;
        });
    }

    boolean coreTimesOut() {
        return get("allowsCoreThreadTimeOut", () -> coreTimesOut);
    }

    void coreTimesOut(boolean value) {
        set("allowCoreThreadTimeOut", () -> {
            if (value && keepAlive <= 0) {
                throw new IllegalArgumentException("Core threads must have nonzero keep alive times");
            }
            coreTimesOut = value;
        });
    }

    long keepAlive() {
        return get("getKeepAliveTime", () -> keepAlive);
    }

    void keepAlive(long nanos, boolean zero) {
        set("setKeepAliveTime", () -> {
            if (zero && coreTimesOut) {
                throw new IllegalArgumentException("Core threads must have nonzero keep alive times");
            }
            keepAlive = nanos;
        });
    }
}
