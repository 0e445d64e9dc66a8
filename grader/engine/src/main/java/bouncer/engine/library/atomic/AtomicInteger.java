package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * Model of {@link java.util.concurrent.atomic.AtomicInteger}: every operation is one step, the functional ones a read
 * and a compare-and-set.
 */
@SuppressWarnings("UnnecessarilyFullyQualified")
public class AtomicInteger extends Number {
    private final transient AtomicCell<Integer> slot;

    public AtomicInteger() {
        this(0);
    }

    public AtomicInteger(int initialValue) {
        slot = AtomicCell.ofValue(this, initialValue);
    }

    public final int get() {
        return slot.load("get", MemoryMode.VOLATILE);
    }

    public final int getPlain() {
        return slot.load("getPlain", MemoryMode.PLAIN);
    }

    public final int getOpaque() {
        return slot.load("getOpaque", MemoryMode.OPAQUE);
    }

    public final int getAcquire() {
        return slot.load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(int newValue) {
        slot.store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(int newValue) {
        slot.store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(int newValue) {
        slot.store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(int newValue) {
        slot.store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(int newValue) {
        slot.store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final int getAndSet(int newValue) {
        return slot.replace("getAndSet", v -> newValue);
    }

    public final int getAndIncrement() {
        return slot.replace("getAndIncrement", v -> v + 1);
    }

    public final int getAndDecrement() {
        return slot.replace("getAndDecrement", v -> v - 1);
    }

    public final int getAndAdd(int delta) {
        return slot.replace("getAndAdd", v -> v + delta);
    }

    public final int incrementAndGet() {
        return slot.replaced("incrementAndGet", v -> v + 1);
    }

    public final int decrementAndGet() {
        return slot.replaced("decrementAndGet", v -> v - 1);
    }

    public final int addAndGet(int delta) {
        return slot.replaced("addAndGet", v -> v + delta);
    }

    public final int getAndUpdate(IntUnaryOperator updateFunction) {
        return slot.getAndUpdate("getAndUpdate", updateFunction::applyAsInt);
    }

    public final int updateAndGet(IntUnaryOperator updateFunction) {
        return slot.updateAndGet("updateAndGet", updateFunction::applyAsInt);
    }

    public final int getAndAccumulate(int x, IntBinaryOperator accumulatorFunction) {
        return slot.getAndUpdate("getAndAccumulate", v -> accumulatorFunction.applyAsInt(v, x));
    }

    public final int accumulateAndGet(int x, IntBinaryOperator accumulatorFunction) {
        return slot.updateAndGet("accumulateAndGet", v -> accumulatorFunction.applyAsInt(v, x));
    }

    public final boolean compareAndSet(int expectedValue, int newValue) {
        return slot.setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final int compareAndExchange(int expectedValue, int newValue) {
        return slot.exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final int compareAndExchangeAcquire(int expectedValue, int newValue) {
        return slot.exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final int compareAndExchangeRelease(int expectedValue, int newValue) {
        return slot.exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(int expectedValue, int newValue) {
        return weakCompareAndSetPlain(expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(int expectedValue, int newValue) {
        return slot.weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(int expectedValue, int newValue) {
        return slot.weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(int expectedValue, int newValue) {
        return slot.weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(int expectedValue, int newValue) {
        return slot.weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public int intValue() {
        return get();
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
        return get();
    }

    @Override
    public String toString() {
        return Integer.toString(get());
    }
}
