package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.io.Serializable;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.atomic.AtomicReference}: every operation is one step. */
public class AtomicReference<V extends @Nullable Object> implements Serializable {
    private final transient AtomicCell<V> slot;

    @SuppressWarnings("NullAway") // starts as null, as documented
    public AtomicReference() {
        slot = AtomicCell.ofReference(this, null);
    }

    public AtomicReference(V initialValue) {
        slot = AtomicCell.ofReference(this, initialValue);
    }

    public final V get() {
        return slot.load("get", MemoryMode.VOLATILE);
    }

    public final V getPlain() {
        return slot.load("getPlain", MemoryMode.PLAIN);
    }

    public final V getOpaque() {
        return slot.load("getOpaque", MemoryMode.OPAQUE);
    }

    public final V getAcquire() {
        return slot.load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(V newValue) {
        slot.store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(V newValue) {
        slot.store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(V newValue) {
        slot.store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(V newValue) {
        slot.store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(V newValue) {
        slot.store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final V getAndSet(V newValue) {
        return slot.replace("getAndSet", v -> newValue);
    }

    public final V getAndUpdate(UnaryOperator<V> updateFunction) {
        return slot.getAndUpdate("getAndUpdate", updateFunction);
    }

    public final V updateAndGet(UnaryOperator<V> updateFunction) {
        return slot.updateAndGet("updateAndGet", updateFunction);
    }

    public final V getAndAccumulate(V x, BinaryOperator<V> accumulatorFunction) {
        return slot.getAndUpdate("getAndAccumulate", v -> accumulatorFunction.apply(v, x));
    }

    public final V accumulateAndGet(V x, BinaryOperator<V> accumulatorFunction) {
        return slot.updateAndGet("accumulateAndGet", v -> accumulatorFunction.apply(v, x));
    }

    public final boolean compareAndSet(V expectedValue, V newValue) {
        return slot.setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final V compareAndExchange(V expectedValue, V newValue) {
        return slot.exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final V compareAndExchangeAcquire(V expectedValue, V newValue) {
        return slot.exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final V compareAndExchangeRelease(V expectedValue, V newValue) {
        return slot.exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public final boolean weakCompareAndSet(V expectedValue, V newValue) {
        return weakCompareAndSetPlain(expectedValue, newValue);
    }

    public final boolean weakCompareAndSetPlain(V expectedValue, V newValue) {
        return slot.weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(V expectedValue, V newValue) {
        return slot.weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(V expectedValue, V newValue) {
        return slot.weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(V expectedValue, V newValue) {
        return slot.weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return String.valueOf(get());
    }
}
