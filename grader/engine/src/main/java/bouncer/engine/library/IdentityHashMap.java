package bouncer.engine.library;

import java.io.Serializable;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@link java.util.IdentityHashMap}, which promises no order: this one keeps the order of insertion, so that
 * no schedule depends on where objects lie. Like it, it guards nothing; calls of it count as accesses of the whole.
 */
public class IdentityHashMap<K extends @Nullable Object, V extends @Nullable Object>
        extends java.util.IdentityHashMap<K, V> {
    /** A key by its identity. */
    private record Id(@Nullable Object key) implements Serializable {
        @Override
        public int hashCode() {
            return System.identityHashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Id id && id.key == key;
        }
    }

    /** Keys or values, one after the other; a class of its own, because calls of it count as accesses of the map. */
    private record Part<E, R extends @Nullable Object>(Iterator<E> from, java.util.function.Function<E, R> part)
            implements Iterator<R> {
        @Override
        public boolean hasNext() {
            return from.hasNext();
        }

        @Override
        public R next() {
            return part.apply(from.next());
        }

        @Override
        public void remove() {
            from.remove();
        }
    }

    private final transient LinkedHashMap<Id, Map.Entry<K, V>> entries = new LinkedHashMap<>();

    public IdentityHashMap() {}

    public IdentityHashMap(int expectedMaxSize) {
        super(expectedMaxSize);
    }

    public IdentityHashMap(Map<? extends K, ? extends V> m) {
        putAll(m);
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Map.Entry<K, V> entry = entries.get(new Id(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(new Id(key));
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return entries.values().stream().anyMatch(entry -> entry.getValue() == value);
    }

    @Override
    public @Nullable V put(K key, V value) {
        Id id = new Id(key);
        Map.Entry<K, V> entry = entries.get(id);
        if (entry != null) {
            return entry.setValue(value);
        }
        entries.put(id, new AbstractMap.SimpleEntry<>(key, value));
        return null;
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> m) {
        m.forEach(this::put);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        Map.Entry<K, V> entry = entries.remove(new Id(key));
        return entry == null ? null : entry.getValue();
    }

    @Override
    public boolean remove(@Nullable Object key, @Nullable Object value) {
        return entries.remove(new Id(key), new AbstractMap.SimpleEntry<>(key, value));
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public Object clone() {
        return new IdentityHashMap<>(this);
    }

    @Override
    public Set<K> keySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<K> iterator() {
                return new Part<>(entries.values().iterator(), Map.Entry::getKey);
            }

            @Override
            public int size() {
                return entries.size();
            }

            @Override
            public boolean contains(@Nullable Object key) {
                return containsKey(key);
            }

            @Override
            public boolean remove(@Nullable Object key) {
                return entries.remove(new Id(key)) != null;
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return new Part<>(entries.values().iterator(), Map.Entry::getValue);
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Part<>(entries.values().iterator(), entry -> entry);
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public void forEach(java.util.function.BiConsumer<? super K, ? super V> action) {
        entries.values().forEach(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    @Override
    public void replaceAll(java.util.function.BiFunction<? super K, ? super V, ? extends V> function) {
        entries.values().forEach(entry -> entry.setValue(function.apply(entry.getKey(), entry.getValue())));
    }
}
