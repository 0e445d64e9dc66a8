package bouncer.engine.memory;

/** How strongly a step is ordered in memory, as the access modes of {@code VarHandle}; ascending. */
public enum MemoryMode {
    /** No ordering, and two that conflict race. */
    PLAIN,
    /** No ordering, and no race. */
    OPAQUE,
    /** Reads acquire, writes release. */
    ACQUIRE_RELEASE,
    /** Sequentially consistent. */
    VOLATILE
}
