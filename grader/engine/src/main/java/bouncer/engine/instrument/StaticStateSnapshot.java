package bouncer.engine.instrument;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the static state of enums and interfaces, whose initialisers cannot run again. Everything reachable
 * from their static fields is recorded after initialisation and restored before each later execution. A mutable library
 * object cannot be restored, and is recorded as such. Not thread-safe.
 */
final class StaticStateSnapshot {
    /** Supertypes without mutable state, or whose models keep the state elsewhere. */
    private static final Set<String> STATELESS = Set.of(
            "java.lang.Object",
            "java.lang.Enum",
            "java.lang.Record",
            "java.lang.Number",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.util.AbstractCollection",
            "java.util.AbstractList",
            "java.util.AbstractMap",
            "java.util.AbstractQueue",
            "java.util.AbstractSet",
            "java.util.IdentityHashMap");

    private final List<Runnable> back = new ArrayList<>();
    private final Set<Object> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> opaque = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final ClassLoader program;

    /** For the classes of one program. */
    StaticStateSnapshot(ClassLoader program) {
        this.program = program;
    }

    /** An enum or interface has been set up. */
    void keep(Class<?> type) {
        Deque<Object> open = new ArrayDeque<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVariable(field)
                    || (Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive())) {
                field(field, null, open);
            }
        }
        while (!open.isEmpty()) {
            contents(open.pop(), open);
        }
    }

    private static boolean isVariable(Field field) {
        return Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers());
    }

    /** Puts everything back. */
    void restore() {
        back.forEach(Runnable::run);
    }

    /** Objects that may change and stay changed. */
    Set<Object> opaque() {
        return opaque;
    }

    private void contents(Object object, Deque<Object> open) {
        Class<?> type = object.getClass();
        if (type.isArray()) {
            array(object, open);
        } else if (isOurs(type)) {
            Class<?> at = type;
            for (; at != null && isOurs(at); at = at.getSuperclass()) {
                for (Field field : at.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        field(field, object, open);
                    }
                }
            }
            if (at != null && !STATELESS.contains(at.getName())) {
                opaque.add(object);
            }
        } else if (object instanceof Map<?, ?> map) {
            map(map, open);
        } else if (object instanceof Collection<?> collection) {
            collection(collection, open);
        } else if (!isImmutable(type)) {
            opaque.add(object);
        }
    }

    /** The program's own, and models. */
    private boolean isOurs(Class<?> type) {
        return type.getClassLoader() == program || type.getName().startsWith("bouncer.engine.");
    }

    private static boolean isImmutable(Class<?> type) {
        String name = type.getName();
        return (name.startsWith("java.lang.") && !name.startsWith("java.lang.StringBu"))
                || name.startsWith("java.time.")
                || name.startsWith("java.math.")
                || name.startsWith("java.util.ImmutableCollections")
                || name.equals("java.util.concurrent.TimeUnit")
                || name.equals("java.util.UUID")
                || name.indexOf("$$Lambda") >= 0;
    }

    private void visit(@Nullable Object value, Deque<Object> open) {
        if (value != null && seen.add(value)) {
            open.push(value);
        }
    }

    private void field(Field field, @Nullable Object owner, Deque<Object> open) {
        try {
            field.setAccessible(true);
            Object value = field.get(owner);
            if (!field.getType().isPrimitive()) {
                visit(value, open);
            }
            if (!Modifier.isFinal(field.getModifiers())) {
                back.add(() -> set(field, owner, value));
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }

    private static void set(Field field, @Nullable Object owner, @Nullable Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible", e);
        }
    }

    private void array(Object array, Deque<Object> open) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        back.add(() -> System.arraycopy(copy, 0, array, 0, length));
        if (copy instanceof Object[] elements) {
            for (Object element : elements) {
                visit(element, open);
            }
        }
    }

    private <T> void collection(Collection<T> collection, Deque<Object> open) {
        if (isImmutable(collection.getClass())) {
            collection.forEach(each -> visit(each, open));
            return;
        }
        if (!collection.getClass().getName().startsWith("java.util.")
                || collection.getClass().getName().indexOf('$') >= 0) {
            opaque.add(collection);
            return;
        }
        List<T> copy = new ArrayList<>(collection);
        copy.forEach(each -> visit(each, open));
        back.add(() -> {
            collection.clear();
            collection.addAll(copy);
        });
    }

    private <K, V> void map(Map<K, V> map, Deque<Object> open) {
        if (isImmutable(map.getClass())) {
            map.values().forEach(each -> visit(each, open));
            return;
        }
        if (!map.getClass().getName().startsWith("java.util.")
                || map.getClass().getName().indexOf('$') >= 0) {
            opaque.add(map);
            return;
        }
        Map<K, V> copy = new LinkedHashMap<>(map);
        copy.keySet().forEach(each -> visit(each, open));
        copy.values().forEach(each -> visit(each, open));
        back.add(() -> {
            map.clear();
            map.putAll(copy);
        });
    }
}
