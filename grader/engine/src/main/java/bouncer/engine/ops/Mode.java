package bouncer.engine.ops;

/** How strongly a step is ordered in memory, as the access modes of {@code VarHandle}; ascending. */
public enum Mode {
    /** No ordering, and two that conflict race. */
    PLAIN,
    /** No ordering, and no race. */
    OPAQUE,
    /** Reads acquire, writes release. */
    ACQUIRE_RELEASE,
    /** Sequentially consistent. */
    VOLATILE
}
