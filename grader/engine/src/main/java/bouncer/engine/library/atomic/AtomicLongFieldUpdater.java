package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** Model of {@link java.util.concurrent.atomic.AtomicLongFieldUpdater}; acts on the very field that plain code sees. */
public class AtomicLongFieldUpdater<T> {
    private final FieldSlots<Long> field;

    protected AtomicLongFieldUpdater() {
        throw new UnsupportedOperationException("subclasses of AtomicLongFieldUpdater are not modelled");
    }

    private AtomicLongFieldUpdater(Class<?> caller, Class<?> type, String fieldName) {
        field = new FieldSlots<>(caller, type, long.class, fieldName, "Must be long type");
    }

    public static <U> AtomicLongFieldUpdater<U> newUpdater(Class<U> tclass, String fieldName) {
        return new AtomicLongFieldUpdater<>(FieldSlots.CALLERS.getCallerClass(), tclass, fieldName);
    }

    public boolean compareAndSet(T obj, long expect, long update) {
        return field.of(obj).setIf("compareAndSet", MemoryMode.VOLATILE, expect, update);
    }

    public boolean weakCompareAndSet(T obj, long expect, long update) {
        return field.of(obj).weakSetIf("weakCompareAndSet", MemoryMode.VOLATILE, expect, update);
    }

    public void set(T obj, long newValue) {
        field.of(obj).store("set", MemoryMode.VOLATILE, newValue);
    }

    public void lazySet(T obj, long newValue) {
        field.of(obj).store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public long get(T obj) {
        return field.of(obj).load("get", MemoryMode.VOLATILE);
    }

    public long getAndSet(T obj, long newValue) {
        return field.of(obj).replace("getAndSet", v -> newValue);
    }

    public long getAndIncrement(T obj) {
        return field.of(obj).replace("getAndIncrement", v -> v + 1);
    }

    public long getAndDecrement(T obj) {
        return field.of(obj).replace("getAndDecrement", v -> v - 1);
    }

    public long getAndAdd(T obj, long delta) {
        return field.of(obj).replace("getAndAdd", v -> v + delta);
    }

    public long incrementAndGet(T obj) {
        return field.of(obj).replaced("incrementAndGet", v -> v + 1);
    }

    public long decrementAndGet(T obj) {
        return field.of(obj).replaced("decrementAndGet", v -> v - 1);
    }

    public long addAndGet(T obj, long delta) {
        return field.of(obj).replaced("addAndGet", v -> v + delta);
    }

    public final long getAndUpdate(T obj, LongUnaryOperator updateFunction) {
        return field.of(obj).getAndUpdate("getAndUpdate", updateFunction::applyAsLong);
    }

    public final long updateAndGet(T obj, LongUnaryOperator updateFunction) {
        return field.of(obj).updateAndGet("updateAndGet", updateFunction::applyAsLong);
    }

    public final long getAndAccumulate(T obj, long x, LongBinaryOperator accumulatorFunction) {
        return field.of(obj).getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsLong(v, x));
    }

    public final long accumulateAndGet(T obj, long x, LongBinaryOperator accumulatorFunction) {
        return field.of(obj).updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsLong(v, x));
    }
}
