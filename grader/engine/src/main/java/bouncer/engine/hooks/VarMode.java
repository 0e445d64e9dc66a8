package bouncer.engine.hooks;

import bouncer.engine.memory.MemoryMode;
import bouncer.engine.schedule.OperationKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An access mode of a VarHandle.
 *
 * @param name the method
 * @param reads whether it reads
 * @param writes whether it may write
 * @param read how its read is ordered; PLAIN if it does not read
 * @param write how its write is ordered; PLAIN if it does not write
 */
record VarMode(String name, boolean reads, boolean writes, MemoryMode read, MemoryMode write) {
    private static final Map<String, VarMode> KNOWN = new ConcurrentHashMap<>();

    static VarMode of(String method) {
        return KNOWN.computeIfAbsent(method, VarMode::parse);
    }

    /** Returns the stronger of the two modes; PLAIN is an access that may race. */
    MemoryMode order() {
        return read.isAtLeast(write) ? read : write;
    }

    /** Returns true if it only stores, and other threads may see that later. */
    boolean isWeakStore() {
        return !reads && writes && write != MemoryMode.PLAIN && write != MemoryMode.VOLATILE;
    }

    /** Returns true if it is a compare-and-set that may fail spuriously. */
    boolean weak() {
        return name.startsWith("weak");
    }

    /** Returns the kind of the operation if it is ordered. */
    OperationKind kind() {
        if (!writes) {
            return OperationKind.READ;
        }
        return reads ? OperationKind.UPDATE : OperationKind.WRITE;
    }

    /** Returns the names are those of the JDK's methods. */
    private static VarMode parse(String method) {
        boolean update =
                method.startsWith("compareAnd") || method.startsWith("weakCompareAnd") || method.startsWith("getAnd");
        if (update) {
            return update(method);
        }
        boolean writes = method.startsWith("set");
        MemoryMode mode = mode(method);
        return writes
                ? new VarMode(method, false, true, MemoryMode.PLAIN, mode)
                : new VarMode(method, true, false, mode, MemoryMode.PLAIN);
    }

    private static MemoryMode mode(String method) {
        if (method.endsWith("Volatile")) {
            return MemoryMode.VOLATILE;
        }
        if (method.endsWith("Acquire") || method.endsWith("Release")) {
            return MemoryMode.ACQUIRE_RELEASE;
        }
        return method.endsWith("Opaque") ? MemoryMode.OPAQUE : MemoryMode.PLAIN;
    }

    /**
     * The half of an acquire or release update that is plain counts as one that orders nothing, not as a race.
     */
    private static VarMode update(String method) {
        if (method.endsWith("Acquire")) {
            return new VarMode(method, true, true, MemoryMode.ACQUIRE_RELEASE, MemoryMode.UNORDERED);
        }
        if (method.endsWith("Release")) {
            return new VarMode(method, true, true, MemoryMode.UNORDERED, MemoryMode.ACQUIRE_RELEASE);
        }
        MemoryMode mode = method.equals("weakCompareAndSetPlain") ? MemoryMode.OPAQUE : MemoryMode.VOLATILE;
        return new VarMode(method, true, true, mode, mode);
    }
}
