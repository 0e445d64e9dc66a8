package bouncer.engine.library.atomic;

import bouncer.engine.memory.MemoryMode;
import java.io.Serializable;

/** Model of {@link java.util.concurrent.atomic.AtomicBoolean}: every operation is one step. */
public class AtomicBoolean implements Serializable {
    private final transient AtomicCell<Boolean> slot;

    public AtomicBoolean() {
        this(false);
    }

    public AtomicBoolean(boolean initialValue) {
        slot = AtomicCell.ofValue(this, initialValue);
    }

    public final boolean get() {
        return slot.load("get", MemoryMode.VOLATILE);
    }

    public final boolean getPlain() {
        return slot.load("getPlain", MemoryMode.PLAIN);
    }

    public final boolean getOpaque() {
        return slot.load("getOpaque", MemoryMode.OPAQUE);
    }

    public final boolean getAcquire() {
        return slot.load("getAcquire", MemoryMode.ACQUIRE_RELEASE);
    }

    public final void set(boolean newValue) {
        slot.store("set", MemoryMode.VOLATILE, newValue);
    }

    public final void lazySet(boolean newValue) {
        slot.store("lazySet", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final void setPlain(boolean newValue) {
        slot.store("setPlain", MemoryMode.PLAIN, newValue);
    }

    public final void setOpaque(boolean newValue) {
        slot.store("setOpaque", MemoryMode.OPAQUE, newValue);
    }

    public final void setRelease(boolean newValue) {
        slot.store("setRelease", MemoryMode.ACQUIRE_RELEASE, newValue);
    }

    public final boolean getAndSet(boolean newValue) {
        return slot.replace("getAndSet", v -> newValue);
    }

    public final boolean compareAndSet(boolean expectedValue, boolean newValue) {
        return slot.setIf("compareAndSet", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean compareAndExchange(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchange", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean compareAndExchangeAcquire(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchangeAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean compareAndExchangeRelease(boolean expectedValue, boolean newValue) {
        return slot.exchangeIf("compareAndExchangeRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    /** As {@link #weakCompareAndSetPlain}. */
    @Deprecated(since = "9")
    @SuppressWarnings("InlineMeSuggester") // a model keeps the shape of what it models
    public boolean weakCompareAndSet(boolean expectedValue, boolean newValue) {
        return weakCompareAndSetPlain(expectedValue, newValue);
    }

    public boolean weakCompareAndSetPlain(boolean expectedValue, boolean newValue) {
        return slot.weakSetIf("weakCompareAndSetPlain", MemoryMode.PLAIN, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetVolatile(boolean expectedValue, boolean newValue) {
        return slot.weakSetIf("weakCompareAndSetVolatile", MemoryMode.VOLATILE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetAcquire(boolean expectedValue, boolean newValue) {
        return slot.weakSetIf("weakCompareAndSetAcquire", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    public final boolean weakCompareAndSetRelease(boolean expectedValue, boolean newValue) {
        return slot.weakSetIf("weakCompareAndSetRelease", MemoryMode.ACQUIRE_RELEASE, expectedValue, newValue);
    }

    @Override
    public String toString() {
        return String.valueOf(get());
    }
}
