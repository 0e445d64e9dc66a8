package bouncer.engine.run;

/** How an execution came to its end. */
public enum End {
    /** All tasks have ended. */
    DONE,
    /** Some task can't go on, and nobody is left to help it. */
    BLOCKED,
    /** It had too many steps. */
    TRUNCATED,
    /** It has shown what it was run for. */
    ENOUGH,
    /** The scheduler has seen enough of it. */
    CUT,
    /** A data race. */
    RACE,
    /** Plain accesses of a relocated class of the JDK race: the search starts again with those as steps. */
    LIBRARY_RACE,
    /** A thread died of an exception, or the main method threw. */
    THREW,
    /** A task waits by spinning where that is not allowed. */
    SPINNING,
    /** A task goes round in a loop that has no step in it, and never comes back. */
    ENDLESS,
    /** A task blocks that must not. */
    WAITED,
    /** The engine lost control; the reason is kept. */
    UNCONTROLLED
}
