package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import bouncer.engine.ops.OrderOps;
import bouncer.engine.ops.ThreadOps;
import bouncer.engine.ops.TimeOps;
import java.io.Serializable;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.concurrent.ConcurrentHashMap}: a real one holds the mappings, every call is one step. While
 * a caller's function computes a value, its key is locked for other changes (the documentation permits to block more)
 * and readable.
 */
public class ConcurrentHashMap<K, V> extends BulkOperations<K, V> implements ConcurrentMap<K, V>, Serializable {
    /**
     * The state of a key: the thread that computes its value. Also the key of the happens-before order through this
     * mapping.
     */
    private static final class Key {
        @Nullable
        Thread computing;
    }

    final transient java.util.concurrent.ConcurrentHashMap<K, V> real;
    private final transient Map<Object, Key> keys = new HashMap<>();

    public ConcurrentHashMap() {
        real = new java.util.concurrent.ConcurrentHashMap<>();
    }

    public ConcurrentHashMap(int initialCapacity) {
        real = new java.util.concurrent.ConcurrentHashMap<>(initialCapacity);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor) {
        real = new java.util.concurrent.ConcurrentHashMap<>(initialCapacity, loadFactor);
    }

    public ConcurrentHashMap(int initialCapacity, float loadFactor, int concurrencyLevel) {
        real = new java.util.concurrent.ConcurrentHashMap<>(initialCapacity, loadFactor, concurrencyLevel);
    }

    public ConcurrentHashMap(Map<? extends K, ? extends V> m) {
        real = new java.util.concurrent.ConcurrentHashMap<>();
        putAll(m);
    }

    public static <T> KeySetView<T, Boolean> newKeySet() {
        return new KeySetView<>(new ConcurrentHashMap<>(), Boolean.TRUE);
    }

    public static <T> KeySetView<T, Boolean> newKeySet(int initialCapacity) {
        return new KeySetView<>(new ConcurrentHashMap<>(initialCapacity), Boolean.TRUE);
    }

    /** Inside steps only: the caller's {@code hashCode} and {@code equals} may run in here. */
    private Key key(Object key) {
        return keys.computeIfAbsent(key, k -> new Key());
    }

    final <T extends @Nullable Object> @Nullable T seen(Object key, @Nullable T value) {
        if (value != null) {
            OrderOps.acquire(key(key));
        }
        return value;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Objects.requireNonNull(key);
        return Ops.read(this, "get", () -> seen(key, real.get(key)));
    }

    @Override
    public V getOrDefault(@Nullable Object key, V defaultValue) {
        V value = get(key);
        return value == null ? defaultValue : value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        Objects.requireNonNull(key);
        return Ops.read(this, "containsKey", () -> seen(key, real.get(key)) != null);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        Objects.requireNonNull(value);
        return Ops.read(this, "containsValue", () -> {
            for (Entry<K, V> entry : real.entrySet()) {
                if (value.equals(entry.getValue())) {
                    seen(entry.getKey(), value);
                    return true;
                }
            }
            return false;
        });
    }

    public boolean contains(Object value) {
        return containsValue(value);
    }

    /** Changes one key while no thread computes its value, and returns the result of {@code change}. */
    private <T extends @Nullable Object> T change(String call, Object key, Supplier<T> change) {
        return locked(call, key, state -> {
            V before = seen(key, real.get(key));
            T result = change.get();
            if (real.get(key) == before) {
                Ops.unchanged();
            }
            return result;
        });
    }

    /** A step on a key while no other thread computes its value; waits for those that do. */
    @SuppressWarnings("NullAway") // null only where it is not looked at
    private <T extends @Nullable Object> T locked(String call, Object key, Function<Key, T> action) {
        Objects.requireNonNull(key);
        Thread me = ThreadOps.currentThread();
        Key[] busy = new Key[1];
        while (true) {
            T result = Ops.<@Nullable T>write(this, call, () -> {
                Key state = key(key);
                busy[0] = state.computing == null ? null : state;
                if (state.computing == me) {
                    throw new IllegalStateException("Recursive update");
                }
                if (busy[0] != null) {
                    Ops.unchanged();
                    return null;
                }
                return action.apply(state);
            });
            Key other = busy[0];
            if (other == null) {
                return result;
            }
            Ops.block(
                    Ops.wait(this, call, () -> other.computing == null, TimeOps.FOREVER, false)
                            .words("the computation of a value")
                            .heldBy(() -> other.computing),
                    wake -> {});
        }
    }

    private <T extends @Nullable Object> T placed(K key, T result) {
        OrderOps.release(key(key));
        return result;
    }

    @Override
    public @Nullable V put(K key, V value) {
        Objects.requireNonNull(value);
        return change("put", key, () -> placed(key, real.put(key, value)));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        Objects.requireNonNull(value);
        return change("putIfAbsent", key, () -> {
            V old = real.putIfAbsent(key, value);
            return old == null ? placed(key, old) : old;
        });
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> m) {
        m.forEach(this::put);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        Objects.requireNonNull(key);
        return change("remove", key, () -> real.remove(key));
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        Objects.requireNonNull(key);
        return value != null && change("remove", key, () -> real.remove(key, value));
    }

    @Override
    public @Nullable V replace(K key, V value) {
        Objects.requireNonNull(value);
        return change("replace", key, () -> {
            V old = real.replace(key, value);
            return old == null ? old : placed(key, old);
        });
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        Objects.requireNonNull(oldValue);
        Objects.requireNonNull(newValue);
        return change("replace", key, () -> real.replace(key, oldValue, newValue) && placed(key, true));
    }

    @Override
    public void clear() {
        Ops.await(this, "clear", () -> keys.values().stream().allMatch(k -> k.computing == null), () -> {
            real.clear();
            return null;
        });
    }

    @Override
    public int size() {
        return Ops.read(this, "size", real::size);
    }

    public long mappingCount() {
        return size();
    }

    @Override
    public boolean isEmpty() {
        return Ops.read(this, "isEmpty", real::isEmpty);
    }

    // Functions of the caller's run between two steps, with their key locked.

    @Override
    public @Nullable V computeIfAbsent(K key, Function<? super K, ? extends V> mappingFunction) {
        Objects.requireNonNull(mappingFunction);
        return computeWhen("computeIfAbsent", key, false, true, (k, old) -> mappingFunction.apply(k));
    }

    @Override
    public @Nullable V computeIfPresent(
            K key, BiFunction<? super K, ? super V, ? extends @Nullable V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        return computeWhen("computeIfPresent", key, true, false, remappingFunction);
    }

    @Override
    public @Nullable V compute(
            K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> remappingFunction) {
        Objects.requireNonNull(remappingFunction);
        return computeWhen("compute", key, true, true, remappingFunction);
    }

    @Override
    public @Nullable V merge(
            K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> remappingFunction) {
        Objects.requireNonNull(value);
        Objects.requireNonNull(remappingFunction);
        return computeWhen(
                "merge", key, true, true, (k, old) -> old == null ? value : remappingFunction.apply(old, value));
    }

    private @Nullable V computeWhen(
            String call,
            K key,
            boolean ifPresent,
            boolean ifAbsent,
            BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> f) {
        boolean[] computes = new boolean[1];
        V old = locked(call, key, state -> {
            OrderOps.acquire(state);
            V found = real.get(key);
            computes[0] = found == null ? ifAbsent : ifPresent;
            if (computes[0]) {
                state.computing = ThreadOps.currentThread();
            } else {
                Ops.unchanged();
            }
            return found;
        });
        if (!computes[0]) {
            return ifPresent ? null : old;
        }
        boolean[] done = new boolean[1];
        Object[] result = new Object[1];
        try {
            result[0] = f.apply(key, old);
            done[0] = true;
        } finally {
            Ops.change(this, call, () -> finish(key, key(key), old, done[0], result[0]));
        }
        @SuppressWarnings("unchecked")
        V computed = (V) result[0];
        return computed;
    }

    @SuppressWarnings("unchecked")
    private void finish(K key, Key state, @Nullable V old, boolean done, @Nullable Object result) {
        state.computing = null;
        OrderOps.release(state);
        if (!done) {
            Ops.unchanged();
        } else if (result != null) {
            real.put(key, (V) result);
        } else if (old != null) {
            real.remove(key);
        }
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        Objects.requireNonNull(action);
        entrySet().forEach(e -> action.accept(e.getKey(), e.getValue()));
    }

    @Override
    public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
        Objects.requireNonNull(function);
        for (Entry<K, V> entry : entrySet()) {
            V old = entry.getValue();
            while (!replace(entry.getKey(), old, Objects.requireNonNull(function.apply(entry.getKey(), old)))) {
                V now = get(entry.getKey());
                if (now == null) {
                    break;
                }
                old = now;
            }
        }
    }

    @Override
    public KeySetView<K, V> keySet() {
        return new KeySetView<>(this, null);
    }

    /** Returns a view of the keys to which adding maps to {@code mappedValue}. */
    public KeySetView<K, V> keySet(V mappedValue) {
        return new KeySetView<>(this, Objects.requireNonNull(mappedValue));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new MapEntries<>(this);
    }

    public Enumeration<K> keys() {
        return java.util.Collections.enumeration(keySet());
    }

    public Enumeration<V> elements() {
        return java.util.Collections.enumeration(values());
    }

    @Override
    final Bulk<K, V> bulk(long parallelismThreshold) {
        return new Bulk<>(this, parallelismThreshold);
    }

    final Iterator<Entry<K, V>> entries() {
        return new MapEntries<>(this).iterator();
    }
}
