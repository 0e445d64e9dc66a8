package bouncer.engine.hooks;

import bouncer.engine.model.Variation;
import bouncer.engine.run.Chance;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The immutable sets and maps of the library, whose order differs from one JVM to the next. These are in an order that
 * is the same in every execution of a schedule and differs between variations.
 */
public final class UnorderedCalls {
    private UnorderedCalls() {}

    private static UnsupportedOperationException immutable() {
        return new UnsupportedOperationException();
    }

    /** Iterates over elements in the order of the variation. */
    private record Cursor<E>(Iterator<E> of) implements Iterator<E> {
        static <E> Cursor<E> over(Collection<E> elements) {
            List<E> order = new ArrayList<>(elements);
            if (order.size() > 1) {
                if (!HashOrder.isCopiedIntoAnOrder()) {
                    Variation.sees(Chance.ORDER);
                }
                Collections.rotate(order, Variation.number() / 2);
            }
            if (Variation.number() % 2 == 1) {
                Collections.reverse(order);
            }
            return new Cursor<>(order.iterator());
        }

        @Override
        public boolean hasNext() {
            return of.hasNext();
        }

        @Override
        public E next() {
            if (!of.hasNext()) {
                throw new NoSuchElementException();
            }
            return of.next();
        }
    }

    /** As the sets of the library. */
    static final class UnorderedSet<E> extends AbstractSet<E> {
        private final Set<E> elements;

        UnorderedSet(Set<E> elements) {
            this.elements = elements;
        }

        @Override
        public Iterator<E> iterator() {
            return Cursor.over(elements);
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public boolean contains(Object element) {
            return elements.contains(Objects.requireNonNull(element));
        }

        @Override
        public boolean remove(Object element) {
            throw immutable();
        }

        @Override
        public boolean addAll(Collection<? extends E> more) {
            throw immutable();
        }

        @Override
        public boolean removeAll(Collection<?> some) {
            throw immutable();
        }

        @Override
        public boolean retainAll(Collection<?> some) {
            throw immutable();
        }

        @Override
        public boolean removeIf(java.util.function.Predicate<? super E> which) {
            throw immutable();
        }

        @Override
        public void clear() {
            throw immutable();
        }
    }

    /** As the maps of the library. */
    static final class UnorderedMap<K, V> extends AbstractMap<K, V> {
        private final Map<K, V> entries;

        UnorderedMap(Map<K, V> entries) {
            this.entries = entries;
        }

        @Override
        public Set<Map.Entry<K, V>> entrySet() {
            Set<Map.Entry<K, V>> all = new LinkedHashSet<>();
            entries.forEach((key, value) -> all.add(Map.entry(key, value)));
            return new UnorderedSet<>(all);
        }

        @Override
        public @Nullable V get(Object key) {
            return entries.get(Objects.requireNonNull(key));
        }

        @Override
        public boolean containsKey(Object key) {
            return entries.containsKey(Objects.requireNonNull(key));
        }

        @Override
        public boolean containsValue(Object value) {
            return entries.containsValue(Objects.requireNonNull(value));
        }

        @Override
        public int size() {
            return entries.size();
        }

        @Override
        public V put(K key, V value) {
            throw immutable();
        }

        @Override
        public V remove(Object key) {
            throw immutable();
        }

        @Override
        public void putAll(Map<? extends K, ? extends V> more) {
            throw immutable();
        }

        @Override
        public void clear() {
            throw immutable();
        }

        @Override
        public V putIfAbsent(K key, V value) {
            throw immutable();
        }

        @Override
        public V computeIfAbsent(K key, java.util.function.Function<? super K, ? extends V> value) {
            throw immutable();
        }

        @Override
        public V computeIfPresent(K key, java.util.function.BiFunction<? super K, ? super V, ? extends V> value) {
            throw immutable();
        }

        @Override
        public V compute(K key, java.util.function.BiFunction<? super K, ? super V, ? extends V> value) {
            throw immutable();
        }

        @Override
        public V merge(K key, V value, java.util.function.BiFunction<? super V, ? super V, ? extends V> both) {
            throw immutable();
        }

        @Override
        public boolean remove(Object key, Object value) {
            throw immutable();
        }

        @Override
        public V replace(K key, V value) {
            throw immutable();
        }

        @Override
        public boolean replace(K key, V from, V to) {
            throw immutable();
        }

        @Override
        public void replaceAll(java.util.function.BiFunction<? super K, ? super V, ? extends V> value) {
            throw immutable();
        }
    }

    @SafeVarargs
    private static <E> Set<E> set(E... elements) {
        Set<E> all = new LinkedHashSet<>();
        for (E element : elements) {
            if (!all.add(Objects.requireNonNull(element))) {
                throw new IllegalArgumentException("duplicate element: " + element);
            }
        }
        return new UnorderedSet<>(all);
    }

    @SuppressWarnings("unchecked") // keys and values in turn
    private static <K, V> Map<K, V> map(Object... keysAndValues) {
        Map<K, V> all = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            K key = (K) Objects.requireNonNull(keysAndValues[i]);
            if (all.put(key, (V) Objects.requireNonNull(keysAndValues[i + 1])) != null) {
                throw new IllegalArgumentException("duplicate key: " + key);
            }
        }
        return new UnorderedMap<>(all);
    }

    /** Calls of {@code Set}. */
    public static final class OfSet {
        private OfSet() {}

        public static <E> Set<E> copyOf(Collection<? extends E> elements) {
            if (elements instanceof UnorderedSet<?>) {
                @SuppressWarnings("unchecked") // it can't be written
                Set<E> same = (Set<E>) elements;
                return same;
            }
            Set<E> all = new LinkedHashSet<>();
            elements.forEach(each -> all.add(Objects.requireNonNull(each)));
            return new UnorderedSet<>(all);
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public static <E> Set<E> of(E... elements) {
            return set(elements);
        }

        public static <E> Set<E> of() {
            return set();
        }

        public static <E> Set<E> of(E e1) {
            return set(e1);
        }

        public static <E> Set<E> of(E e1, E e2) {
            return set(e1, e2);
        }

        public static <E> Set<E> of(E e1, E e2, E e3) {
            return set(e1, e2, e3);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4) {
            return set(e1, e2, e3, e4);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5) {
            return set(e1, e2, e3, e4, e5);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6) {
            return set(e1, e2, e3, e4, e5, e6);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7) {
            return set(e1, e2, e3, e4, e5, e6, e7);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8) {
            return set(e1, e2, e3, e4, e5, e6, e7, e8);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8, E e9) {
            return set(e1, e2, e3, e4, e5, e6, e7, e8, e9);
        }

        public static <E> Set<E> of(E e1, E e2, E e3, E e4, E e5, E e6, E e7, E e8, E e9, E e10) {
            return set(e1, e2, e3, e4, e5, e6, e7, e8, e9, e10);
        }
    }

    /** Calls of {@code Map}. */
    public static final class OfMap {
        private OfMap() {}

        public static <K, V> Map<K, V> copyOf(Map<? extends K, ? extends V> entries) {
            if (entries instanceof UnorderedMap<?, ?>) {
                @SuppressWarnings("unchecked") // it can't be written
                Map<K, V> same = (Map<K, V>) entries;
                return same;
            }
            return map(entries.entrySet().stream()
                    .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
                    .toArray());
        }

        @SafeVarargs
        public static <K, V> Map<K, V> ofEntries(Map.Entry<? extends K, ? extends V>... entries) {
            Object[] all = new Object[2 * entries.length];
            for (int i = 0; i < entries.length; i++) {
                all[2 * i] = entries[i].getKey();
                all[2 * i + 1] = entries[i].getValue();
            }
            return map(all);
        }

        public static <K, V> Map<K, V> of() {
            return map();
        }

        public static <K, V> Map<K, V> of(K k1, V v1) {
            return map(k1, v1);
        }

        public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2) {
            return map(k1, v1, k2, v2);
        }

        public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3) {
            return map(k1, v1, k2, v2, k3, v3);
        }

        public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4);
        }

        public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5);
        }

        public static <K, V> Map<K, V> of(K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6);
        }

        public static <K, V> Map<K, V> of(
                K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6, K k7, V v7) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7);
        }

        public static <K, V> Map<K, V> of(
                K k1, V v1, K k2, V v2, K k3, V v3, K k4, V v4, K k5, V v5, K k6, V v6, K k7, V v7, K k8, V v8) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7, k8, v8);
        }

        public static <K, V> Map<K, V> of(
                K k1,
                V v1,
                K k2,
                V v2,
                K k3,
                V v3,
                K k4,
                V v4,
                K k5,
                V v5,
                K k6,
                V v6,
                K k7,
                V v7,
                K k8,
                V v8,
                K k9,
                V v9) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7, k8, v8, k9, v9);
        }

        public static <K, V> Map<K, V> of(
                K k1,
                V v1,
                K k2,
                V v2,
                K k3,
                V v3,
                K k4,
                V v4,
                K k5,
                V v5,
                K k6,
                V v6,
                K k7,
                V v7,
                K k8,
                V v8,
                K k9,
                V v9,
                K k10,
                V v10) {
            return map(k1, v1, k2, v2, k3, v3, k4, v4, k5, v5, k6, v6, k7, v7, k8, v8, k9, v9, k10, v10);
        }
    }
}
