package bouncer.engine.juc.atomic;

import bouncer.engine.ops.Mode;
import java.io.Serializable;

/** Model of {@link java.util.concurrent.atomic.AtomicBoolean}: every operation is one step. */
public class AtomicBoolean implements Serializable {
    private final transient Slot<Boolean> slot;

    public AtomicBoolean() {
        this(false);
    }

    public AtomicBoolean(boolean initialValue) {
        slot = Slot.ofValue(this, initialValue);
    }

    public final boolean get() {
        return slot.load("get", Mode.VOLATILE);
    }

    public final boolean getPlain() {
        return slot.load("getPlain", Mode.PLAIN);
    }

    public final boolean getOpaque() {
        return slot.load("getOpaque", Mode.OPAQUE);
    }

    public final boolean getAcquire() {
        return slot.load("getAcquire", Mode.ACQUIRE_RELEASE);
    }

    public final void set(boolean newValue) {
        slot.store("set", Mode.VOLATILE, newValue);
    }

    public final void lazySet(boolean newValue) {
        slot.store("lazySet", Mode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(boolean newValue) {
        slot.store("setPlain", Mode.PLAIN, newValue);
    }

    public final void setOpaque(boolean newValue) {
        slot.store("setOpaque", Mode.OPAQUE, newValue);
    }

    public final void setRelease(boolean newValue) {
        slot.store("setRelease", Mode.ACQUIRE_RELEASE, newValue);
    }

    public final boolean getAndSet(boolean newValue) {
        return slot.replace("getAndSet", v -> newValue);
    }

    public final boolean compareAndSet(boolean expectedValue, boolean newValue) {
        return slot.setIf("compareAndSet", Mode.VOLATILE, expectedValue, newValue);
    }

    public final boolean compareAndExchange(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchange", Mode.VOLATILE, expectedValue, newValue);
    }

    public final boolean compareAndExchangeAcquire(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchangeAcquire", Mode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean compareAndExchangeRelease(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchangeRelease", Mode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public boolean weakCompareAndSet(boolean expectedValue, boolean newValue) {
        return weakCompareAndSetPlain(expectedValue, newValue);
    }

    public boolean weakCompareAndSetPlain(boolean expectedValue, boolean newValue) {
        return slot.setIf("weakCompareAndSetPlain", Mode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(boolean expectedValue, boolean newValue) {
        return slot.setIf("weakCompareAndSetVolatile", Mode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(boolean expectedValue, boolean newValue) {
        return slot.setIf("weakCompareAndSetAcquire", Mode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(boolean expectedValue, boolean newValue) {
        return slot.setIf("weakCompareAndSetRelease", Mode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return String.valueOf(get());
    }
}
