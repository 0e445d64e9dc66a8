package bouncer.engine.memory;

/** How strongly a step is ordered in memory, as the access modes of {@code VarHandle}; ascending. */
public enum MemoryMode {
    /** No ordering, and two that conflict race. */
    PLAIN,
    /**
     * A step of a library model, which says with acquire and release of its own what it orders. No race, and no
     * statement about what the machine may reorder.
     */
    UNORDERED,
    /** No ordering, and no race: the program's own opaque access. */
    OPAQUE,
    /** Reads acquire, writes release. */
    ACQUIRE_RELEASE,
    /** Sequentially consistent. */
    VOLATILE;

    /** Returns true if this orders at least as much as another mode. */
    public boolean isAtLeast(MemoryMode other) {
        return compareTo(other) >= 0;
    }
}
