package counter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Atomic updates of a plain-looking field; the handle is static, the state is not. */
public final class ThreadSafeCounter {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(ThreadSafeCounter.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long value;

    public void increment() {
        VALUE.getAndAdd(this, 1L);
    }

    public void decrement() {
        VALUE.getAndAdd(this, -1L);
    }

    public long get() {
        return (long) VALUE.get(this);
    }

    public long getAndReset() {
        return (long) VALUE.getAndSet(this, 0L);
    }
}
