package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.io.Serializable;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicReferenceArray}: each element is a variable of its own, each
 * operation one step.
 */
public class AtomicReferenceArray<E extends @Nullable Object> implements Serializable {
    private final transient AtomicCell<E>[] slots;

    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"}) // elements start as null, as documented
    public AtomicReferenceArray(int length) {
        slots = new AtomicCell[length];
        for (int i = 0; i < length; i++) {
            slots[i] = AtomicCell.<E>ofReference(null, null);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public AtomicReferenceArray(E[] array) {
        slots = new AtomicCell[array.length];
        for (int i = 0; i < array.length; i++) {
            slots[i] = AtomicCell.<E>ofReference(null, array[i]);
        }
    }

    public final int length() {
        return slots.length;
    }

    public final E get(int i) {
        return slots[i].load("get", MemoryMode.VOLATILE);
    }

    public final E getPlain(int i) {
        return slots[i].load("getPlain", MemoryMode.PLAIN);
    }

    public final E getOpaque(int i) {
        return slots[i].load("getOpaque", MemoryMode.OPAQUE);
    }

    public final E getAcquire(int i) {
        return slots[i].load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(int i, E newValue) {
        slots[i].store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(int i, E newValue) {
        slots[i].store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(int i, E newValue) {
        slots[i].store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(int i, E newValue) {
        slots[i].store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(int i, E newValue) {
        slots[i].store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final E getAndSet(int i, E newValue) {
        return slots[i].replace("getAndSet", v -> newValue);
    }

    public final E getAndUpdate(int i, UnaryOperator<E> updateFunction) {
        return slots[i].getAndUpdate("getAndUpdate", updateFunction);
    }

    public final E updateAndGet(int i, UnaryOperator<E> updateFunction) {
        return slots[i].updateAndGet("updateAndGet", updateFunction);
    }

    public final E getAndAccumulate(int i, E x, BinaryOperator<E> accumulatorFunction) {
        return slots[i].getAndUpdate("getAndAccumulate", v -> accumulatorFunction.apply(v, x));
    }

    public final E accumulateAndGet(int i, E x, BinaryOperator<E> accumulatorFunction) {
        return slots[i].updateAndGet("accumulateAndGet", v -> accumulatorFunction.apply(v, x));
    }

    public final boolean compareAndSet(int i, E expectedValue, E newValue) {
        return slots[i].setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final E compareAndExchange(int i, E expectedValue, E newValue) {
        return slots[i].exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final E compareAndExchangeAcquire(int i, E expectedValue, E newValue) {
        return slots[i].exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final E compareAndExchangeRelease(int i, E expectedValue, E newValue) {
        return slots[i].exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(int i, E expectedValue, E newValue) {
        return weakCompareAndSetPlain(i, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(int i, E expectedValue, E newValue) {
        return slots[i].weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(int i, E expectedValue, E newValue) {
        return slots[i].weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(int i, E expectedValue, E newValue) {
        return slots[i].weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(int i, E expectedValue, E newValue) {
        return slots[i].weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return IntStream.range(0, length())
                .mapToObj(i -> String.valueOf(get(i)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
