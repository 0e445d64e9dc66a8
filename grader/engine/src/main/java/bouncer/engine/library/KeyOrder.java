package bouncer.engine.library;

import bouncer.engine.ops.OrderOps;
import java.util.Comparator;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The happens-before that sorted concurrent collections promise, by key: what came before a key was placed
 * happens-before what follows its being seen. Keys that compare as equal are one. Called inside steps only; the
 * caller's {@code compareTo} runs in here.
 */
final class KeyOrder {
    private final TreeMap<Object, Object> keys;

    @SuppressWarnings("unchecked") // only ever asked to compare keys that the collection itself has compared
    KeyOrder(@Nullable Comparator<?> comparator) {
        keys = new TreeMap<>((Comparator<Object>) comparator);
    }

    private Object key(Object key) {
        return keys.computeIfAbsent(key, k -> new Object());
    }

    /** The running thread places the key, or another value for it. */
    void placed(Object key) {
        OrderOps.release(key(key));
    }

    /** Records that the calling thread has reached the key, or the end, and returns the key. */
    <K extends @Nullable Object> K seen(K key) {
        if (key != null) {
            OrderOps.acquire(key(key));
        }
        return key;
    }
}
