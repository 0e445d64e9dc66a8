package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicLong}: every operation is one step, the functional ones a read and
 * a compare-and-set.
 */
@SuppressWarnings("UnnecessarilyFullyQualified")
public class AtomicLong extends Number {
    private final transient AtomicCell<Long> slot;

    public AtomicLong() {
        this(0);
    }

    public AtomicLong(long initialValue) {
        slot = AtomicCell.ofValue(this, initialValue);
    }

    public final long get() {
        return slot.load("get", MemoryMode.VOLATILE);
    }

    public final long getPlain() {
        return slot.load("getPlain", MemoryMode.PLAIN);
    }

    public final long getOpaque() {
        return slot.load("getOpaque", MemoryMode.OPAQUE);
    }

    public final long getAcquire() {
        return slot.load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(long newValue) {
        slot.store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(long newValue) {
        slot.store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(long newValue) {
        slot.store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(long newValue) {
        slot.store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(long newValue) {
        slot.store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final long getAndSet(long newValue) {
        return slot.replace("getAndSet", v -> newValue);
    }

    public final long getAndIncrement() {
        return slot.replace("getAndIncrement", v -> v + 1);
    }

    public final long getAndDecrement() {
        return slot.replace("getAndDecrement", v -> v - 1);
    }

    public final long getAndAdd(long delta) {
        return slot.replace("getAndAdd", v -> v + delta);
    }

    public final long incrementAndGet() {
        return slot.replaced("incrementAndGet", v -> v + 1);
    }

    public final long decrementAndGet() {
        return slot.replaced("decrementAndGet", v -> v - 1);
    }

    public final long addAndGet(long delta) {
        return slot.replaced("addAndGet", v -> v + delta);
    }

    public final long getAndUpdate(LongUnaryOperator updateFunction) {
        return slot.getAndUpdate("getAndUpdate", updateFunction::applyAsLong);
    }

    public final long updateAndGet(LongUnaryOperator updateFunction) {
        return slot.updateAndGet("updateAndGet", updateFunction::applyAsLong);
    }

    public final long getAndAccumulate(long x, LongBinaryOperator accumulatorFunction) {
        return slot.getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsLong(v, x));
    }

    public final long accumulateAndGet(long x, LongBinaryOperator accumulatorFunction) {
        return slot.updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsLong(v, x));
    }

    public final boolean compareAndSet(long expectedValue, long newValue) {
        return slot.setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final long compareAndExchange(long expectedValue, long newValue) {
        return slot.exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final long compareAndExchangeAcquire(long expectedValue, long newValue) {
        return slot.exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final long compareAndExchangeRelease(long expectedValue, long newValue) {
        return slot.exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(long expectedValue, long newValue) {
        return weakCompareAndSetPlain(expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(long expectedValue, long newValue) {
        return slot.weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(long expectedValue, long newValue) {
        return slot.weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(long expectedValue, long newValue) {
        return slot.weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(long expectedValue, long newValue) {
        return slot.weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public int intValue() {
        return (int) get();
    }

    @Override
    public long longValue() {
        return get();
    }

    @Override
    public float floatValue() {
        return (float) get();
    }

    @Override
    public double doubleValue() {
        return (double) get();
    }

    @Override
    public String toString() {
        return Long.toString(get());
    }
}
