package bouncer.engine.memory;

/** How a step touches its target, for the search: which steps commute. */
public enum AccessKind {
    /** Commutes with other reads of the target. */
    READ,
    /** Commutes with nothing on the target. */
    WRITE,
    /** Reads and writes in one: commutes with nothing on the target, and takes as well as gives happens-before. */
    UPDATE,
    /** A write whose order among its like nobody can tell, such as an addition nobody reads the result of: commutes with other ADDs only. */
    ADD
}
