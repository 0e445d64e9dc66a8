package bouncer.engine.library;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Model of {@link java.util.concurrent.ConcurrentSkipListMap}. */
public class ConcurrentSkipListMap<K, V> extends SortedMapModel<K, V> implements Cloneable, Serializable {
    private ConcurrentSkipListMap(java.util.concurrent.ConcurrentSkipListMap<K, V> real) {
        super(null, real, new KeyOrder(real.comparator()));
        real.keySet().forEach(order::placed);
    }

    public ConcurrentSkipListMap() {
        this(new java.util.concurrent.ConcurrentSkipListMap<K, V>());
    }

    public ConcurrentSkipListMap(@Nullable Comparator<? super K> comparator) {
        this(new java.util.concurrent.ConcurrentSkipListMap<K, V>(comparator));
    }

    public ConcurrentSkipListMap(Map<? extends K, ? extends V> m) {
        this(new java.util.concurrent.ConcurrentSkipListMap<K, V>(m));
    }

    public ConcurrentSkipListMap(SortedMap<K, ? extends V> m) {
        this(new java.util.concurrent.ConcurrentSkipListMap<>(m));
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod") // the copy has steps and mappings of its own
    public ConcurrentSkipListMap<K, V> clone() {
        return new ConcurrentSkipListMap<>((SortedMap<K, V>) this);
    }
}
