package bouncer.engine.library;

import bouncer.engine.hooks.Hooks;
import bouncer.engine.jdk.LibraryClasses;
import bouncer.engine.ops.OrderOps;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of {@code Collections.synchronizedList} and its kin: what they make guards every call by the modelled
 * monitor of the wrapper, so that a program may hold it over several calls. Iterators and streams are not guarded, as
 * documented.
 */
public final class SynchronizedCollections {
    private static final Set<String> UNGUARDED =
            Set.of("iterator", "listIterator", "descendingIterator", "spliterator", "stream");
    private static final Set<String> VIEWS = Set.of(
            "keySet", "values", "entrySet", "subList", "subSet", "headSet", "tailSet", "subMap", "headMap", "tailMap");

    private SynchronizedCollections() {}

    /** One wrapper, or a view that shares the monitor of one. */
    private record Guard(Object guarded, @Nullable Object mutex) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            Object lock = mutex == null ? proxy : mutex;
            String name = method.getName();
            if (UNGUARDED.contains(name)) {
                return call(method, arguments);
            }
            Hooks.enter(lock);
            try {
                if (LibraryClasses.standard().isRead(name)) {
                    OrderOps.plainRead(lock, name);
                } else {
                    OrderOps.plainWrite(lock, name);
                }
                Object result = call(method, arguments);
                return result != null && VIEWS.contains(name) ? wrapper(method.getReturnType(), result, lock) : result;
            } finally {
                Hooks.exit(lock);
            }
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(guarded, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
    }

    private static <T> T wrapper(Class<T> type, Object guarded, @Nullable Object mutex) {
        Objects.requireNonNull(guarded);
        return type.cast(Proxy.newProxyInstance(
                SynchronizedCollections.class.getClassLoader(), new Class<?>[] {type}, new Guard(guarded, mutex)));
    }

    @SuppressWarnings("unchecked")
    public static <T> Collection<T> synchronizedCollection(Collection<T> c) {
        return wrapper(Collection.class, c, null);
    }

    @SuppressWarnings("unchecked")
    public static <T> List<T> synchronizedList(List<T> list) {
        return wrapper(List.class, list, null);
    }

    @SuppressWarnings("unchecked")
    public static <T> Set<T> synchronizedSet(Set<T> s) {
        return wrapper(Set.class, s, null);
    }

    @SuppressWarnings("unchecked")
    public static <T> SortedSet<T> synchronizedSortedSet(SortedSet<T> s) {
        return wrapper(SortedSet.class, s, null);
    }

    @SuppressWarnings("unchecked")
    public static <T> NavigableSet<T> synchronizedNavigableSet(NavigableSet<T> s) {
        return wrapper(NavigableSet.class, s, null);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> Map<K, V> synchronizedMap(Map<K, V> m) {
        return wrapper(Map.class, m, null);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> SortedMap<K, V> synchronizedSortedMap(SortedMap<K, V> m) {
        return wrapper(SortedMap.class, m, null);
    }

    @SuppressWarnings("unchecked")
    public static <K, V> NavigableMap<K, V> synchronizedNavigableMap(NavigableMap<K, V> m) {
        return wrapper(NavigableMap.class, m, null);
    }
}
