package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.io.Serializable;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicIntegerArray}: each element is a variable of its own, each
 * operation one step.
 */
public class AtomicIntegerArray implements Serializable {
    private final transient AtomicCell<Integer>[] slots;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public AtomicIntegerArray(int length) {
        slots = new AtomicCell[length];
        for (int i = 0; i < length; i++) {
            slots[i] = AtomicCell.ofValue(null, 0);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public AtomicIntegerArray(int[] array) {
        slots = new AtomicCell[array.length];
        for (int i = 0; i < array.length; i++) {
            slots[i] = AtomicCell.ofValue(null, array[i]);
        }
    }

    public final int length() {
        return slots.length;
    }

    public final int get(int i) {
        return slots[i].load("get", MemoryMode.VOLATILE);
    }

    public final int getPlain(int i) {
        return slots[i].load("getPlain", MemoryMode.PLAIN);
    }

    public final int getOpaque(int i) {
        return slots[i].load("getOpaque", MemoryMode.OPAQUE);
    }

    public final int getAcquire(int i) {
        return slots[i].load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(int i, int newValue) {
        slots[i].store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(int i, int newValue) {
        slots[i].store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(int i, int newValue) {
        slots[i].store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(int i, int newValue) {
        slots[i].store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(int i, int newValue) {
        slots[i].store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final int getAndSet(int i, int newValue) {
        return slots[i].replace("getAndSet", v -> newValue);
    }

    public final int getAndIncrement(int i) {
        return slots[i].replace("getAndIncrement", v -> v + 1);
    }

    public final int getAndDecrement(int i) {
        return slots[i].replace("getAndDecrement", v -> v - 1);
    }

    public final int getAndAdd(int i, int delta) {
        return slots[i].replace("getAndAdd", v -> v + delta);
    }

    public final int incrementAndGet(int i) {
        return slots[i].replaced("incrementAndGet", v -> v + 1);
    }

    public final int decrementAndGet(int i) {
        return slots[i].replaced("decrementAndGet", v -> v - 1);
    }

    public final int addAndGet(int i, int delta) {
        return slots[i].replaced("addAndGet", v -> v + delta);
    }

    public final int getAndUpdate(int i, IntUnaryOperator updateFunction) {
        return slots[i].getAndUpdate("getAndUpdate", updateFunction::applyAsInt);
    }

    public final int updateAndGet(int i, IntUnaryOperator updateFunction) {
        return slots[i].updateAndGet("updateAndGet", updateFunction::applyAsInt);
    }

    public final int getAndAccumulate(int i, int x, IntBinaryOperator accumulatorFunction) {
        return slots[i].getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsInt(v, x));
    }

    public final int accumulateAndGet(int i, int x, IntBinaryOperator accumulatorFunction) {
        return slots[i].updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsInt(v, x));
    }

    public final boolean compareAndSet(int i, int expectedValue, int newValue) {
        return slots[i].setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final int compareAndExchange(int i, int expectedValue, int newValue) {
        return slots[i].exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final int compareAndExchangeAcquire(int i, int expectedValue, int newValue) {
        return slots[i].exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final int compareAndExchangeRelease(int i, int expectedValue, int newValue) {
        return slots[i].exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(int i, int expectedValue, int newValue) {
        return weakCompareAndSetPlain(i, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(int i, int expectedValue, int newValue) {
        return slots[i].weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(int i, int expectedValue, int newValue) {
        return slots[i].weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(int i, int expectedValue, int newValue) {
        return slots[i].weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(int i, int expectedValue, int newValue) {
        return slots[i].weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return IntStream.range(0, length())
                .mapToObj(i -> String.valueOf(get(i)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
