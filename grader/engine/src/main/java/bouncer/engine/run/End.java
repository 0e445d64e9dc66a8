package bouncer.engine.run;

/** How an execution came to its end. */
public enum End {
    /** All threads have ended, or may wait for ever. */
    DONE,
    /** Some thread waits, and no actor is left that could end the wait. */
    BLOCKED,
    /** It reached the limit of steps. */
    TRUNCATED,
    /** It has shown what it was run for, and was ended early. */
    ENOUGH,
    /** The scheduler ended it early: it would only repeat what was seen. */
    CUT,
    /** A data race. */
    RACE,
    /** Plain accesses of a relocated class of the JDK race: the search starts again with those as steps. */
    LIBRARY_RACE,
    /** A thread died of an exception, or the main method threw. */
    THREW,
    /** A thread waits by spinning without end. */
    SPINNING,
    /** A thread runs in a loop that has no step in it, without end. */
    ENDLESS,
    /** A thread blocks that must not. */
    WAITED,
    /** The engine lost control; the reason is kept. */
    UNCONTROLLED
}
