package bouncer.engine.ops;

/** How a wait ended. */
public enum WaitOutcome {
    /** The condition held and the action ran. */
    READY,
    /** The deadline passed first. */
    TIMED_OUT,
    /** Interrupted first; the interrupt status is cleared already. */
    INTERRUPTED,
    /** By a spurious wake-up. */
    SPURIOUS
}
