package bouncer.engine.hooks;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.model.ModelTask;
import java.util.LinkedHashMap;
import java.util.Set;

/**
 * Linked hash maps in the order of access, whose lookups change them. Their constructor's arguments pass through here:
 * the order cannot be asked for later.
 */
public final class AccessOrder {
    private static final Set<String> LOOKUPS = Set.of("get", "getOrDefault");
    private static final ThreadLocal<Arguments> ARGUMENTS = new ThreadLocal<>();

    private AccessOrder() {}

    private record Arguments(int capacity, float load, boolean accessOrder) {}

    /** Keeps the arguments of a constructor while the new object is duplicated below them. */
    public static void keep(int capacity, float load, boolean accessOrder) {
        ARGUMENTS.set(new Arguments(capacity, load, accessOrder));
    }

    /** Returns the first argument that was kept. */
    public static int capacity() {
        return ARGUMENTS.get().capacity;
    }

    /** Returns the second argument that was kept. */
    public static float load() {
        return ARGUMENTS.get().load;
    }

    /** Returns the third argument that was kept. */
    public static boolean accessOrder() {
        return ARGUMENTS.get().accessOrder;
    }

    /** After the constructor. */
    public static void made(Object map) {
        Arguments of = ARGUMENTS.get();
        ARGUMENTS.remove();
        ModelTask task = ModelTask.find();
        if (task != null && of.accessOrder) {
            task.execution().memory().at(map, LocationSlots.ACCESS_ORDER).version = 1;
        }
    }

    /** Returns false if a method is a lookup that moves an entry to the end of a map. */
    static boolean isRead(Object receiver, String method) {
        ModelTask task = receiver instanceof LinkedHashMap<?, ?> && LOOKUPS.contains(method) ? ModelTask.find() : null;
        return task == null || task.execution().memory().at(receiver, LocationSlots.ACCESS_ORDER).version == 0;
    }
}
