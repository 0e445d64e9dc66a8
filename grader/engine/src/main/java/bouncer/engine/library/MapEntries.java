package bouncer.engine.library;

import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/** The mappings of a modelled {@link ConcurrentHashMap} as a set: a view of it. */
final class MapEntries<K, V> extends AbstractSet<Entry<K, V>> {
    private final ConcurrentHashMap<K, V> map;

    MapEntries(ConcurrentHashMap<K, V> map) {
        this.map = map;
    }

    /** An entry as an iterator hands it out: a copy, whose {@code setValue} is a put. */
    private final class WriteThrough extends SimpleEntry<K, V> {
        WriteThrough(Entry<K, V> entry) {
            super(entry);
        }

        @Override
        public V setValue(V value) {
            map.put(getKey(), value);
            return super.setValue(value);
        }
    }

    @Override
    public boolean add(Entry<K, V> entry) {
        return map.put(entry.getKey(), entry.getValue()) == null;
    }

    @Override
    public boolean contains(@Nullable Object o) {
        return o instanceof Entry<?, ?> entry
                && entry.getValue() != null
                && entry.getValue().equals(map.get(entry.getKey()));
    }

    @Override
    public boolean remove(@Nullable Object o) {
        return o instanceof Entry<?, ?> entry && map.remove(entry.getKey(), entry.getValue());
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
    public Iterator<Entry<K, V>> iterator() {
        return new SteppedIterator<>(map, map.real.entrySet(), e -> map.seen(e.getKey(), new WriteThrough(e)));
    }

    /** Of unknown size: others may add and remove meanwhile. */
    @Override
    public Spliterator<Entry<K, V>> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.CONCURRENT);
    }
}
