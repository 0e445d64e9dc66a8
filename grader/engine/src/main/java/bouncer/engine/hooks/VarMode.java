package bouncer.engine.hooks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An access mode of a VarHandle.
 *
 * @param name the method
 * @param reads whether it reads
 * @param writes whether it may write
 * @param readOrder 0 plain, 1 opaque, 2 acquire, 3 volatile
 * @param writeOrder 0 plain, 1 opaque, 2 release, 3 volatile
 */
public record VarMode(String name, boolean reads, boolean writes, int readOrder, int writeOrder) {
    private static final Map<String, VarMode> KNOWN = new ConcurrentHashMap<>();

    static VarMode of(String method) {
        return KNOWN.computeIfAbsent(method, VarMode::parse);
    }

    /** The stronger of both; 0 is an access that may race. */
    int order() {
        return Math.max(readOrder, writeOrder);
    }

    /** Whether it stores, and others may see that later. */
    boolean weakStore() {
        return !reads && writes && writeOrder > 0 && writeOrder < 3;
    }

    private static VarMode parse(String m) {
        boolean update = m.startsWith("compareAnd") || m.startsWith("weakCompareAnd") || m.startsWith("getAnd");
        boolean writes = update || m.startsWith("set");
        boolean reads = update || !writes;
        if (!update) {
            int order = m.endsWith("Volatile")
                    ? 3
                    : m.endsWith("Acquire") || m.endsWith("Release") ? 2 : m.endsWith("Opaque") ? 1 : 0;
            return new VarMode(m, reads, writes, reads ? order : 0, writes ? order : 0);
        }
        if (m.endsWith("Acquire")) {
            return new VarMode(m, true, true, 2, 1);
        }
        if (m.endsWith("Release")) {
            return new VarMode(m, true, true, 1, 2);
        }
        int order = m.equals("weakCompareAndSetPlain") ? 1 : 3;
        return new VarMode(m, true, true, order, order);
    }
}
