package bouncer.engine.memory;

/** How a step touches a location, which decides the steps it commutes with. */
public enum AccessKind {
    /** Commutes with other reads of the location. */
    READ,
    /** Commutes with nothing on the location. */
    WRITE,
    /** Reads and writes in one step: commutes with nothing on the location, and both acquires and releases. */
    UPDATE,
    /**
     * A write whose order among its like is not observable, such as an addition without a result: commutes with other
     * ADDs only.
     */
    ADD,
    /**
     * Releases what an earlier step of the same thread acquired. Not a step of its own: a step that acquires the
     * location can't be moved before it. Commutes with other RELEASEs.
     */
    RELEASE;

    private static final AccessKind[] ALL = values();

    /** Returns the kind with an ordinal; unlike {@code values()[ordinal]} it allocates nothing. */
    public static AccessKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** Returns true if steps that touch one location in these two ways do not commute. Symmetric. */
    public boolean conflictsWith(AccessKind other) {
        return this != other || this == WRITE || this == UPDATE;
    }

    /** Returns true if it sees what the location holds. */
    public boolean reads() {
        return this == READ || this == UPDATE;
    }

    /** Returns true if it may change what the location holds. */
    public boolean writes() {
        return this == WRITE || this == UPDATE || this == ADD;
    }
}
