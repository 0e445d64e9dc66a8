package bouncer.engine.library.atomic;

import bouncer.engine.memory.AccessKind;
import bouncer.engine.memory.MemoryMode;
import bouncer.engine.ops.Ops;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One variable with the access modes of {@link java.lang.invoke.VarHandle}: the state of every scalar atomic, of every
 * element of an atomic array, and of a field behind an updater. Each operation is one step; a weak compare-and-set may
 * fail without a reason.
 *
 * @param <V> the boxed type of the variable
 */
abstract class AtomicCell<V extends @Nullable Object> {
    /** The target of the steps. */
    private final Object at;

    private final BiPredicate<V, V> same;

    private AtomicCell(@Nullable Object at, BiPredicate<V, V> same) {
        this.at = at == null ? this : at;
        this.same = same;
    }

    /** Returns the variable behind the slot, read and written inside steps only. */
    abstract V value();

    abstract void value(V next);

    private static final class Own<V extends @Nullable Object> extends AtomicCell<V> {
        private V value;

        Own(@Nullable Object at, BiPredicate<V, V> same, V initial) {
            super(at, same);
            value = initial;
        }

        @Override
        V value() {
            return value;
        }

        @Override
        void value(V next) {
            value = next;
        }
    }

    private static final class Behind<V extends @Nullable Object> extends AtomicCell<V> {
        private final Supplier<V> get;
        private final java.util.function.Consumer<V> set;

        Behind(Object at, BiPredicate<V, V> same, Supplier<V> get, java.util.function.Consumer<V> set) {
            super(at, same);
            this.get = get;
            this.set = set;
        }

        @Override
        V value() {
            return get.get();
        }

        @Override
        void value(V next) {
            set.accept(next);
        }
    }

    /**
     * Returns a variable of a primitive type, compared by value; {@code at} is the object that a trace names, or null
     * for this.
     */
    static <V> AtomicCell<V> ofValue(@Nullable Object at, V initial) {
        return new Own<>(at, V::equals, initial);
    }

    /** As {@link #ofValue}, for a variable that holds nothing at first. */
    @SuppressWarnings("NullAway") // does not see that this cell's type allows null
    static <V> AtomicCell<@Nullable V> ofNullableValue() {
        return new Own<>(null, java.util.Objects::equals, null);
    }

    /** Returns a reference, compared by identity. */
    static <V extends @Nullable Object> AtomicCell<V> ofReference(@Nullable Object at, V initial) {
        return new Own<>(at, (a, b) -> a == b, initial);
    }

    /** Returns a variable that lives elsewhere: a field, by value if it is primitive, else by identity. */
    static <V extends @Nullable Object> AtomicCell<V> behind(
            Object at, boolean primitive, Supplier<V> get, java.util.function.Consumer<V> set) {
        return new Behind<>(at, (a, b) -> (primitive && a != null) ? a.equals(b) : a == b, get, set);
    }

    V load(String call, MemoryMode mode) {
        return Ops.step(at, AccessKind.READ, mode, call, this::value);
    }

    void store(String call, MemoryMode mode, V next) {
        if (mode == MemoryMode.OPAQUE || mode == MemoryMode.ACQUIRE_RELEASE) {
            Ops.store(at, mode, call, this::value, this::value, next);
            return;
        }
        Ops.step(at, AccessKind.WRITE, mode, call, () -> {
            value(next);
            return null;
        });
    }

    /** Replaces the value by {@code f(value)}, where {@code f} is ours and touches nothing; returns the old value. */
    V replace(String call, UnaryOperator<V> f) {
        return replace(call, MemoryMode.VOLATILE, f);
    }

    V replace(String call, MemoryMode mode, UnaryOperator<V> f) {
        return Ops.step(at, AccessKind.UPDATE, mode, call, () -> {
            V old = value();
            value(f.apply(old));
            return old;
        });
    }

    /** As {@link #replace}, but returns the new value. */
    V replaced(String call, UnaryOperator<V> f) {
        return Ops.step(at, AccessKind.UPDATE, MemoryMode.VOLATILE, call, () -> {
            V next = f.apply(value());
            value(next);
            return next;
        });
    }

    /** Sets {@code next} if the value is {@code expected}; returns the value found. */
    V exchangeIf(String call, MemoryMode mode, V expected, V next) {
        return Ops.step(at, AccessKind.UPDATE, mode, call, () -> {
            V old = value();
            setOrNot(same.test(old, expected), next);
            return old;
        });
    }

    /** Sets {@code next} if the value is {@code expected}; returns whether it was. */
    boolean setIf(String call, MemoryMode mode, V expected, V next) {
        return replaceWhen(call, mode, value -> same.test(value, expected), next);
    }

    /**
     * Sets {@code next} if {@code test}, which is ours and touches nothing, accepts the value found; returns whether it
     * did.
     */
    boolean replaceWhen(String call, MemoryMode mode, Predicate<V> test, V next) {
        return Ops.step(at, AccessKind.UPDATE, mode, call, () -> setOrNot(test.test(value()), next));
    }

    /** As {@link #setIf}, but may fail spuriously. */
    boolean weakSetIf(String call, MemoryMode mode, V expected, V next) {
        return weakReplaceWhen(call, mode, value -> same.test(value, expected), next);
    }

    /** As {@link #replaceWhen}, but may fail spuriously. */
    boolean weakReplaceWhen(String call, MemoryMode mode, Predicate<V> test, V next) {
        return Ops.weakUpdate(at, mode, call, () -> setOrNot(!Ops.failsWeakly() && test.test(value()), next));
    }

    private boolean setOrNot(boolean set, V next) {
        if (set) {
            value(next);
        } else {
            Ops.unchanged();
        }
        return set;
    }

    /**
     * Runs the documented loop: read, apply the caller's function outside any step, compare and set. Returns the old
     * value.
     */
    V getAndUpdate(String call, UnaryOperator<V> f) {
        while (true) {
            V prev = load(call, MemoryMode.VOLATILE);
            if (setIf(call, MemoryMode.VOLATILE, prev, f.apply(prev))) {
                return prev;
            }
        }
    }

    /** As {@link #getAndUpdate}, but returns the new value. */
    V updateAndGet(String call, UnaryOperator<V> f) {
        return updateAndGet(call, MemoryMode.VOLATILE, f);
    }

    V updateAndGet(String call, MemoryMode mode, UnaryOperator<V> f) {
        while (true) {
            V prev = load(call, mode);
            V next = f.apply(prev);
            if (setIf(call, mode, prev, next)) {
                return next;
            }
        }
    }

    /** Changes the value by {@code f}, ours and commutative, without any happens-before. */
    void add(String call, UnaryOperator<V> f) {
        Ops.add(at, call, () -> value(f.apply(value())));
    }

    @Override
    public String toString() {
        return String.valueOf(value());
    }
}
