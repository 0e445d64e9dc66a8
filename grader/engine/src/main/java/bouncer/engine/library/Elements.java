package bouncer.engine.library;

import bouncer.engine.ops.OrderOps;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The happens-before that concurrent collections promise: what came before an element was placed into the collection
 * happens-before what follows its access or removal. Elements are told apart by identity. Called inside steps only.
 */
final class Elements {
    private final IdentityHashMap<Object, Object> keys = new IdentityHashMap<>();

    private Object key(Object element) {
        return keys.computeIfAbsent(element, e -> new Object());
    }

    /** The running thread places the element. */
    void placed(Object element) {
        OrderOps.release(key(element));
    }

    /** Records that the calling thread has reached the element, or the end, and returns the element. */
    <E extends @Nullable Object> E seen(E element) {
        if (element != null) {
            OrderOps.acquire(key(element));
        }
        return element;
    }
}
