package bouncer.engine.hooks;

import bouncer.engine.model.PlainObject;
import bouncer.engine.model.Variation;
import bouncer.engine.run.Chance;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells when a program sees the order of elements that lie in a table by their identity hashes. */
final class HashOrder {
    private static final Set<String> IN_ORDER = Set.of(
            "forEach", "iterator", "parallelStream", "replaceAll", "spliterator", "stream", "toArray", "toString");
    /** Elements that are looked at: a table holds objects of one kind, mostly. */
    private static final int LOOKED_AT = 4;

    /** Classes whose own order does not depend on that in which they are filled. */
    private static final Set<String> ORDERED = Set.of(
            "bouncer.engine.library.ConcurrentHashMap",
            "bouncer.engine.library.ConcurrentSkipListMap",
            "bouncer.engine.library.ConcurrentSkipListSet",
            "bouncer.engine.library.SortedMapModel",
            "bouncer.engine.library.SortedSetModel",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap",
            "java.util.concurrent.ConcurrentSkipListSet");

    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final ClassValue<Boolean> BY_IDENTITY = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            try {
                var method = type.getMethod("hashCode");
                // A class of the program without a method of its own gets one that is synthetic.
                return method.isSynthetic()
                        || method.getDeclaringClass() == Object.class
                        || method.getDeclaringClass() == Enum.class;
            } catch (NoSuchMethodException e) {
                throw new AssertionError("every class has one", e);
            }
        }
    };

    private HashOrder() {}

    /**
     * Returns true if the caller copies elements into a collection with an order of its own, which shows nothing of the
     * order in which it got them.
     */
    static boolean isCopiedIntoAnOrder() {
        return WALKER.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .dropWhile(name -> name.startsWith("bouncer.engine.hooks.")
                        || name.startsWith("java.util.Abstract")
                        || name.startsWith("java.util.Map"))
                // A linked one is filled by the methods of its superclass, called by its own.
                .takeWhile(name -> name.startsWith("java.util.") || name.startsWith("bouncer.engine.library."))
                .reduce((inner, outer) -> ORDERED.contains(inner) ? outer : inner)
                .filter(ORDERED::contains)
                .isPresent());
    }

    /** Before a method of a collection, or of a view or an iterator of it. */
    static void seenBy(Object whole, String method) {
        if (!IN_ORDER.contains(method)) {
            return;
        }
        Collection<?> keys = null;
        if (whole instanceof HashMap<?, ?> map && !(map instanceof LinkedHashMap)) {
            keys = map.keySet();
        } else if (whole instanceof HashSet<?> set && !(set instanceof LinkedHashSet)) {
            keys = set;
        } else if (whole instanceof java.util.IdentityHashMap<?, ?> map) {
            if (map.size() > 1) {
                Variation.sees(Chance.HASHES);
            }
        }
        if (keys != null && keys.size() > 1 && hasIdentity(keys.iterator())) {
            Variation.sees(Chance.HASHES);
        }
    }

    private static boolean hasIdentity(Iterator<?> keys) {
        for (int i = 0; i < LOOKED_AT && keys.hasNext(); i++) {
            if (isByIdentity(keys.next())) {
                return true;
            }
        }
        return false;
    }

    /** Returns true if the hash of an object says nothing of what it holds. */
    static boolean isByIdentity(@Nullable Object object) {
        return object != null
                && (object instanceof PlainObject || object instanceof Thread || BY_IDENTITY.get(object.getClass()));
    }

    /** Before a hash is asked for. */
    static void hashed(@Nullable Object object) {
        if (isByIdentity(object)) {
            Variation.sees(Chance.HASHES);
        }
    }
}
