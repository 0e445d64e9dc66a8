package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.io.Serializable;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicLongArray}: each element is a variable of its own, each operation
 * one step.
 */
public class AtomicLongArray implements Serializable {
    private final transient AtomicCell<Long>[] slots;

    @SuppressWarnings({"unchecked", "rawtypes"})
    public AtomicLongArray(int length) {
        slots = new AtomicCell[length];
        for (int i = 0; i < length; i++) {
            slots[i] = AtomicCell.ofValue(null, 0L);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public AtomicLongArray(long[] array) {
        slots = new AtomicCell[array.length];
        for (int i = 0; i < array.length; i++) {
            slots[i] = AtomicCell.ofValue(null, array[i]);
        }
    }

    public final int length() {
        return slots.length;
    }

    public final long get(int i) {
        return slots[i].load("get", MemoryMode.VOLATILE);
    }

    public final long getPlain(int i) {
        return slots[i].load("getPlain", MemoryMode.PLAIN);
    }

    public final long getOpaque(int i) {
        return slots[i].load("getOpaque", MemoryMode.OPAQUE);
    }

    public final long getAcquire(int i) {
        return slots[i].load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(int i, long newValue) {
        slots[i].store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(int i, long newValue) {
        slots[i].store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(int i, long newValue) {
        slots[i].store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(int i, long newValue) {
        slots[i].store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(int i, long newValue) {
        slots[i].store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final long getAndSet(int i, long newValue) {
        return slots[i].replace("getAndSet", v -> newValue);
    }

    public final long getAndIncrement(int i) {
        return slots[i].replace("getAndIncrement", v -> v + 1);
    }

    public final long getAndDecrement(int i) {
        return slots[i].replace("getAndDecrement", v -> v - 1);
    }

    public final long getAndAdd(int i, long delta) {
        return slots[i].replace("getAndAdd", v -> v + delta);
    }

    public final long incrementAndGet(int i) {
        return slots[i].replaced("incrementAndGet", v -> v + 1);
    }

    public final long decrementAndGet(int i) {
        return slots[i].replaced("decrementAndGet", v -> v - 1);
    }

    public final long addAndGet(int i, long delta) {
        return slots[i].replaced("addAndGet", v -> v + delta);
    }

    public final long getAndUpdate(int i, LongUnaryOperator updateFunction) {
        return slots[i].getAndUpdate("getAndUpdate", updateFunction::applyAsLong);
    }

    public final long updateAndGet(int i, LongUnaryOperator updateFunction) {
        return slots[i].updateAndGet("updateAndGet", updateFunction::applyAsLong);
    }

    public final long getAndAccumulate(int i, long x, LongBinaryOperator accumulatorFunction) {
        return slots[i].getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsLong(v, x));
    }

    public final long accumulateAndGet(int i, long x, LongBinaryOperator accumulatorFunction) {
        return slots[i].updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsLong(v, x));
    }

    public final boolean compareAndSet(int i, long expectedValue, long newValue) {
        return slots[i].setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final long compareAndExchange(int i, long expectedValue, long newValue) {
        return slots[i].exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final long compareAndExchangeAcquire(int i, long expectedValue, long newValue) {
        return slots[i].exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final long compareAndExchangeRelease(int i, long expectedValue, long newValue) {
        return slots[i].exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(int i, long expectedValue, long newValue) {
        return weakCompareAndSetPlain(i, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(int i, long expectedValue, long newValue) {
        return slots[i].weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(int i, long expectedValue, long newValue) {
        return slots[i].weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(int i, long expectedValue, long newValue) {
        return slots[i].weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(int i, long expectedValue, long newValue) {
        return slots[i].weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return IntStream.range(0, length())
                .mapToObj(i -> String.valueOf(get(i)))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
