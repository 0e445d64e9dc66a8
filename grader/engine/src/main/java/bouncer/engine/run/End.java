package bouncer.engine.run;

/** How an execution ended. */
public enum End {
    /** All threads have ended or are idle. */
    DONE,
    /** Some thread is blocked, and no actor is enabled. */
    BLOCKED,
    /** It reached the limit of steps. */
    TRUNCATED,
    /** It reached its goal and was ended early. */
    ENOUGH,
    /** The scheduler ended it early as redundant. */
    CUT,
    /** A data race. */
    RACE,
    /** Plain accesses of a relocated class of the JDK race: the search starts again with those as steps. */
    LIBRARY_RACE,
    /** A thread died of an exception, or the main method threw. */
    THREW,
    /** A thread spins without end: a livelock. */
    SPINNING,
    /** A thread runs in an endless loop without a step. */
    ENDLESS,
    /** A thread blocks that must not block. */
    WAITED,
    /** The engine lost control; see {@link ExecutionResult#reason}. */
    UNCONTROLLED
}
