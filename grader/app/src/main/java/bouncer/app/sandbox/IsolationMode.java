package bouncer.app.sandbox;

/** How much of the operating system's isolation a run asks for. */
public enum IsolationMode {
    /** What there is. */
    AUTO,
    /** Namespaces, or no run at all. */
    REQUIRE,
    /** A user of its own for each child, without namespaces, or no run at all: what root has left in most containers. */
    USER,
    /** Plain processes: a student's own machine, and debuggers. */
    NONE
}
