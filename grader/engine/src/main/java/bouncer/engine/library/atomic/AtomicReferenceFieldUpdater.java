package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicReferenceFieldUpdater}; acts on the very field that plain code
 * sees.
 */
public class AtomicReferenceFieldUpdater<T, V extends @Nullable Object> {
    private final FieldSlots<V> field;
    private final Class<V> valueType;

    protected AtomicReferenceFieldUpdater() {
        throw new UnsupportedOperationException("subclasses of AtomicReferenceFieldUpdater are not modelled");
    }

    private AtomicReferenceFieldUpdater(Class<?> caller, Class<?> type, Class<V> valueType, String fieldName) {
        if (valueType.isPrimitive()) {
            throw new IllegalArgumentException("Must be reference type");
        }
        this.field = new FieldSlots<>(caller, type, valueType, fieldName, null);
        this.valueType = valueType;
    }

    public static <U, W> AtomicReferenceFieldUpdater<U, W> newUpdater(
            Class<U> tclass, Class<W> vclass, String fieldName) {
        return new AtomicReferenceFieldUpdater<>(FieldSlots.CALLERS.getCallerClass(), tclass, vclass, fieldName);
    }

    private V checked(V value) {
        return valueType.cast(value);
    }

    public boolean compareAndSet(T obj, V expect, V update) {
        return field.of(obj).setIf("compareAndSet", MemoryMode.VOLATILE, expect, checked(update));
    }

    public boolean weakCompareAndSet(T obj, V expect, V update) {
        return field.of(obj).weakSetIf("weakCompareAndSet", MemoryMode.VOLATILE, expect, checked(update));
    }

    public void set(T obj, V newValue) {
        field.of(obj).store("set", MemoryMode.VOLATILE, checked(newValue));
    }

    public void lazySet(T obj, V newValue) {
        field.of(obj).store("lazySet", MemoryMode.ACQUIRE_RELEASE, checked(newValue));
    }

    public V get(T obj) {
        return field.of(obj).load("get", MemoryMode.VOLATILE);
    }

    public V getAndSet(T obj, V newValue) {
        return field.of(obj).replace("getAndSet", v -> checked(newValue));
    }

    public final V getAndUpdate(T obj, UnaryOperator<V> updateFunction) {
        return field.of(obj).getAndUpdate("getAndUpdate", updateFunction);
    }

    public final V updateAndGet(T obj, UnaryOperator<V> updateFunction) {
        return field.of(obj).updateAndGet("updateAndGet", updateFunction);
    }

    public final V getAndAccumulate(T obj, V x, BinaryOperator<V> accumulatorFunction) {
        return field.of(obj).getAndUpdate("getAndAccumulate", v -> accumulatorFunction.apply(v, x));
    }

    public final V accumulateAndGet(T obj, V x, BinaryOperator<V> accumulatorFunction) {
        return field.of(obj).updateAndGet("accumulateAndGet", v -> accumulatorFunction.apply(v, x));
    }
}
