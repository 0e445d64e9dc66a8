package bouncer.engine.library;

import bouncer.engine.ops.Ops;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sorted concurrent map or a view of one: a real one holds the mappings and decides, every call is one step on what
 * it is a view of. Functions of the caller's run between steps and may run again, and the size is counted on the way,
 * as documented.
 */
class SortedMapModel<K, V> extends AbstractMap<K, V> implements ConcurrentNavigableMap<K, V> {
    final transient ConcurrentNavigableMap<K, V> real;
    final transient KeyOrder order;
    private final transient Object at;

    /**
     * A map or a view.
     *
     * @param at what the steps are on; null means this map itself
     */
    SortedMapModel(@Nullable Object at, ConcurrentNavigableMap<K, V> real, KeyOrder order) {
        this.at = at == null ? this : at;
        this.real = real;
        this.order = order;
    }

    private SortedMapModel<K, V> view(ConcurrentNavigableMap<K, V> part) {
        return new SortedMapModel<>(at, part, order);
    }

    private <E extends @Nullable Entry<K, V>> E seen(E entry) {
        if (entry != null) {
            order.seen(entry.getKey());
        }
        return entry;
    }

    private @Nullable Entry<K, V> look(String call, Supplier<@Nullable Entry<K, V>> find) {
        return Ops.read(at, call, () -> seen(find.get()));
    }

    private @Nullable K lookKey(String call, Supplier<@Nullable K> find) {
        return Ops.read(at, call, () -> order.seen(find.get()));
    }

    private @Nullable Entry<K, V> extract(String call, Supplier<@Nullable Entry<K, V>> take) {
        return Ops.write(at, call, () -> {
            Entry<K, V> entry = seen(take.get());
            if (entry == null) {
                Ops.unchanged();
            }
            return entry;
        });
    }

    @Override
    public @Nullable V get(Object key) {
        return Ops.read(at, "get", () -> {
            V value = real.get(key);
            if (value != null) {
                order.seen(key);
            }
            return value;
        });
    }

    @Override
    public boolean containsKey(Object key) {
        return Ops.read(at, "containsKey", () -> real.containsKey(key) && order.seen(key) != null);
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return super.containsValue(Objects.requireNonNull(value));
    }

    /** Changes the mapping of one key by {@code change}, and returns its result. */
    private <T extends @Nullable Object> T change(String call, Object key, Supplier<T> change) {
        return Ops.write(at, call, () -> {
            V before = real.get(key);
            T result = change.get();
            V after = real.get(key);
            if (before != null || after != null) {
                order.seen(key);
            }
            if (after == before) {
                Ops.unchanged();
            } else if (after != null) {
                order.placed(key);
            }
            return result;
        });
    }

    @Override
    public @Nullable V put(K key, V value) {
        return change("put", key, () -> real.put(key, value));
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return change("putIfAbsent", key, () -> real.putIfAbsent(key, value));
    }

    @Override
    public @Nullable V remove(Object key) {
        return change("remove", key, () -> real.remove(key));
    }

    @Override
    public boolean remove(Object key, @Nullable Object value) {
        return change("remove", key, () -> real.remove(key, value));
    }

    @Override
    public @Nullable V replace(K key, V value) {
        return change("replace", key, () -> real.replace(key, value));
    }

    @Override
    public boolean replace(K key, V oldValue, V newValue) {
        return change("replace", key, () -> real.replace(key, oldValue, newValue));
    }

    /** One by one, as documented. */
    @Override
    public void clear() {
        while (extract("clear", real::pollFirstEntry) != null) {}
    }

    @Override
    public boolean isEmpty() {
        return Ops.read(at, "isEmpty", real::isEmpty);
    }

    @Override
    public int size() {
        return ConcurrentLinkedQueue.count(entries());
    }

    @Override
    public @Nullable Entry<K, V> firstEntry() {
        return look("firstEntry", real::firstEntry);
    }

    @Override
    public @Nullable Entry<K, V> lastEntry() {
        return look("lastEntry", real::lastEntry);
    }

    @Override
    public @Nullable Entry<K, V> lowerEntry(K key) {
        return look("lowerEntry", () -> real.lowerEntry(key));
    }

    @Override
    public @Nullable Entry<K, V> floorEntry(K key) {
        return look("floorEntry", () -> real.floorEntry(key));
    }

    @Override
    public @Nullable Entry<K, V> ceilingEntry(K key) {
        return look("ceilingEntry", () -> real.ceilingEntry(key));
    }

    @Override
    public @Nullable Entry<K, V> higherEntry(K key) {
        return look("higherEntry", () -> real.higherEntry(key));
    }

    @Override
    public @Nullable Entry<K, V> pollFirstEntry() {
        return extract("pollFirstEntry", real::pollFirstEntry);
    }

    @Override
    public @Nullable Entry<K, V> pollLastEntry() {
        return extract("pollLastEntry", real::pollLastEntry);
    }

    @Override
    public K firstKey() {
        return Objects.requireNonNull(lookKey("firstKey", real::firstKey));
    }

    @Override
    public K lastKey() {
        return Objects.requireNonNull(lookKey("lastKey", real::lastKey));
    }

    @Override
    public @Nullable K lowerKey(K key) {
        return lookKey("lowerKey", () -> real.lowerKey(key));
    }

    @Override
    public @Nullable K floorKey(K key) {
        return lookKey("floorKey", () -> real.floorKey(key));
    }

    @Override
    public @Nullable K ceilingKey(K key) {
        return lookKey("ceilingKey", () -> real.ceilingKey(key));
    }

    @Override
    public @Nullable K higherKey(K key) {
        return lookKey("higherKey", () -> real.higherKey(key));
    }

    @Override
    public ConcurrentNavigableMap<K, V> descendingMap() {
        return view(real.descendingMap());
    }

    @Override
    public ConcurrentNavigableMap<K, V> subMap(K from, boolean fromInclusive, K to, boolean toInclusive) {
        return view(real.subMap(from, fromInclusive, to, toInclusive));
    }

    @Override
    public ConcurrentNavigableMap<K, V> headMap(K to, boolean inclusive) {
        return view(real.headMap(to, inclusive));
    }

    @Override
    public ConcurrentNavigableMap<K, V> tailMap(K from, boolean inclusive) {
        return view(real.tailMap(from, inclusive));
    }

    @Override
    public ConcurrentNavigableMap<K, V> subMap(K from, K to) {
        return subMap(from, true, to, false);
    }

    @Override
    public ConcurrentNavigableMap<K, V> headMap(K to) {
        return headMap(to, false);
    }

    @Override
    public ConcurrentNavigableMap<K, V> tailMap(K from) {
        return tailMap(from, true);
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return real.comparator();
    }

    @Override
    public NavigableSet<K> keySet() {
        return navigableKeySet();
    }

    @Override
    public NavigableSet<K> navigableKeySet() {
        return new SortedSetModel<>(at, real.navigableKeySet(), order);
    }

    @Override
    public NavigableSet<K> descendingKeySet() {
        return new SortedSetModel<>(at, real.descendingKeySet(), order);
    }

    private Iterator<Entry<K, V>> entries() {
        return new SteppedIterator<>(at, real.entrySet(), this::seen);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public boolean contains(@Nullable Object o) {
            return o instanceof Entry<?, ?> entry && Objects.equals(entry.getValue(), get(entry.getKey()));
        }

        @Override
        public boolean remove(@Nullable Object o) {
            return o instanceof Entry<?, ?> entry && SortedMapModel.this.remove(entry.getKey(), entry.getValue());
        }

        @Override
        public void clear() {
            SortedMapModel.this.clear();
        }

        @Override
        public boolean isEmpty() {
            return SortedMapModel.this.isEmpty();
        }

        @Override
        public int size() {
            return SortedMapModel.this.size();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            return entries();
        }

        @Override
        public Spliterator<Entry<K, V>> spliterator() {
            return Spliterators.spliteratorUnknownSize(
                    iterator(),
                    Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.CONCURRENT);
        }
    }
}
