package bouncer.engine.library;

import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ConcurrentHashMap.KeySetView}: the keys; to add needs a value to map to. */
public class KeySetView<K, V> extends AbstractSet<K> implements Serializable {
    private final transient ConcurrentHashMap<K, V> map;
    private final transient @Nullable V value;

    KeySetView(ConcurrentHashMap<K, V> map, @Nullable V value) {
        this.map = map;
        this.value = value;
    }

    public ConcurrentHashMap<K, V> getMap() {
        return map;
    }

    public @Nullable V getMappedValue() {
        return value;
    }

    @Override
    public boolean add(K key) {
        if (value == null) {
            throw new UnsupportedOperationException();
        }
        return map.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean contains(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
        return map.remove(key) != null;
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        Objects.requireNonNull(c);
        return removeIf(c::contains);
    }

    @Override
    public Spliterator<K> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.DISTINCT | Spliterator.CONCURRENT | Spliterator.NONNULL);
    }

    @Override
    public Iterator<K> iterator() {
        return new MappedIterator<>(map.entries(), Entry::getKey);
    }
}
