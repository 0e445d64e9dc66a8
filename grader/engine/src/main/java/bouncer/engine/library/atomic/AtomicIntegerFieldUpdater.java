package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicIntegerFieldUpdater}; acts on the very field that plain code sees.
 */
public class AtomicIntegerFieldUpdater<T> {
    private final FieldSlots<Integer> field;

    protected AtomicIntegerFieldUpdater() {
        throw new UnsupportedOperationException("subclasses of AtomicIntegerFieldUpdater are not modelled");
    }

    private AtomicIntegerFieldUpdater(Class<?> caller, Class<?> type, String fieldName) {
        field = new FieldSlots<>(caller, type, int.class, fieldName, "Must be integer type");
    }

    public static <U> AtomicIntegerFieldUpdater<U> newUpdater(Class<U> tclass, String fieldName) {
        return new AtomicIntegerFieldUpdater<>(FieldSlots.CALLERS.getCallerClass(), tclass, fieldName);
    }

    public boolean compareAndSet(T obj, int expect, int update) {
        return field.of(obj).setIf("compareAndSet", MemoryMode.VOLATILE, expect, update);
    }

    public boolean weakCompareAndSet(T obj, int expect, int update) {
        return field.of(obj).weakSetIf("weakCompareAndSet", MemoryMode.VOLATILE, expect, update);
    }

    public void set(T obj, int newValue) {
        field.of(obj).store("set", MemoryMode.VOLATILE, newValue);
    }

    public void lazySet(T obj, int newValue) {
        field.of(obj).store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public int get(T obj) {
        return field.of(obj).load("get", MemoryMode.VOLATILE);
    }

    public int getAndSet(T obj, int newValue) {
        return field.of(obj).replace("getAndSet", v -> newValue);
    }

    public int getAndIncrement(T obj) {
        return field.of(obj).replace("getAndIncrement", v -> v + 1);
    }

    public int getAndDecrement(T obj) {
        return field.of(obj).replace("getAndDecrement", v -> v - 1);
    }

    public int getAndAdd(T obj, int delta) {
        return field.of(obj).replace("getAndAdd", v -> v + delta);
    }

    public int incrementAndGet(T obj) {
        return field.of(obj).replaced("incrementAndGet", v -> v + 1);
    }

    public int decrementAndGet(T obj) {
        return field.of(obj).replaced("decrementAndGet", v -> v - 1);
    }

    public int addAndGet(T obj, int delta) {
        return field.of(obj).replaced("addAndGet", v -> v + delta);
    }

    public final int getAndUpdate(T obj, IntUnaryOperator updateFunction) {
        return field.of(obj).getAndUpdate("getAndUpdate", updateFunction::applyAsInt);
    }

    public final int updateAndGet(T obj, IntUnaryOperator updateFunction) {
        return field.of(obj).updateAndGet("updateAndGet", updateFunction::applyAsInt);
    }

    public final int getAndAccumulate(T obj, int x, IntBinaryOperator accumulatorFunction) {
        return field.of(obj).getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsInt(v, x));
    }

    public final int accumulateAndGet(T obj, int x, IntBinaryOperator accumulatorFunction) {
        return field.of(obj).updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsInt(v, x));
    }
}
