package bouncer.app.sandbox;

/** The isolation by the operating system that a run asks for. */
public enum IsolationMode {
    /** The strongest that is available. */
    AUTO,
    /** Namespaces; without them nothing is run. */
    REQUIRE,
    /**
     * A separate user for each child, without namespaces; otherwise nothing is run. Root can do this in most
     * containers.
     */
    USER,
    /** Plain processes, for a student's own machine and for debugging. */
    NONE
}
