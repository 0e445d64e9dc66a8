package bouncer.engine.trace;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.model.PlainObject;
import bouncer.engine.model.ThreadInspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names for the objects of an execution: the field that holds an object, else its class.
 */
public final class ObjectNames {
    private final Map<Object, String> held = new IdentityHashMap<>();
    private final Map<Class<?>, List<Object>> byClass = new HashMap<>();

    /** Records that a field holds an object. */
    void holds(MemoryLocation field, @Nullable Object value) {
        if (value != null && field.slot >= 0 && !field.owner.getClass().isArray() && !isPlainNumber(value)) {
            held.putIfAbsent(value, LocationSlots.name(field.slot));
        }
    }

    /** As {@link #holds(MemoryLocation, Object)}, for a field that never changes. */
    public void holds(String field, Object value) {
        if (!(value instanceof Number || value instanceof String)) {
            held.putIfAbsent(value, field);
        }
    }

    /** Counts an object among those of its class, so that two of a kind can be told apart. */
    void seen(Object object) {
        List<Object> all = byClass.computeIfAbsent(object.getClass(), key -> new ArrayList<>());
        for (Object known : all) {
            if (known == object) {
                return;
            }
        }
        all.add(object);
    }

    public String of(Object object) {
        if (object instanceof Class<?> type) {
            return type.getSimpleName() + ".class";
        }
        if (object instanceof Thread thread) {
            return ThreadInspector.name(thread);
        }
        String field = held.get(object);
        return field != null ? field : ofClass(object);
    }

    private String ofClass(Object object) {
        String type =
                object instanceof PlainObject ? "Object" : object.getClass().getSimpleName();
        int lambda = type.indexOf("$$Lambda");
        String base = lambda >= 0 ? "a lambda of " + type.substring(0, lambda) : type.isEmpty() ? "an object" : type;
        List<Object> all = byClass.getOrDefault(object.getClass(), List.of());
        return all.size() > 1 ? base + "#" + (indexOf(all, object) + 1) : base;
    }

    private static int indexOf(List<Object> all, Object object) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == object) {
                return i;
            }
        }
        return all.size();
    }

    /** Returns a location: {@code count}, or {@code BankAccount#2.balance} when there are several. */
    String of(MemoryLocation loc) {
        if (loc.slot < 0) {
            return of(loc.owner);
        }
        if (loc.owner.getClass().isArray()) {
            return of(loc.owner) + "[" + loc.slot + "]";
        }
        String field = LocationSlots.name(loc.slot);
        if (loc.owner instanceof Class<?>) {
            return field;
        }
        List<Object> all = byClass.getOrDefault(loc.owner.getClass(), List.of());
        return all.size() > 1 ? of(loc.owner) + "." + field : field;
    }

    public String call(MemoryLocation loc, String method) {
        return loc.slot < LocationSlots.WHOLE && loc.slot > LocationSlots.PART ? method : of(loc) + "." + method + "()";
    }

    /** Models and classes of the program may extend Number, too, but reading their value would be a step. */
    private static boolean isPlainNumber(Object value) {
        return value instanceof Number && value.getClass().getClassLoader() == null;
    }

    /** Returns a value as source code would have it, without running any code of the program. */
    String value(@Nullable Object value) {
        if (value == null || isPlainNumber(value) || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Character) {
            return "'" + value + "'";
        }
        if (value instanceof String text) {
            return "\"" + (text.length() > 40 ? text.substring(0, 37) + "..." : text) + "\"";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return of(value);
    }
}
