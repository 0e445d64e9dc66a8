package bouncer.engine.schedule;

/** The kind of a pending operation. */
public enum OperationKind {
    /** An actor's first step. */
    BEGIN,
    /** A thread's last step. */
    END,
    READ,
    WRITE,
    UPDATE,
    PLAIN_READ,
    PLAIN_WRITE,
    /** Enters a monitor. */
    ENTER,
    /** Gives up a monitor to wait for a notify. */
    WAIT,
    /** Is in the wait set of a monitor. */
    WAITING,
    NOTIFY,
    PARK,
    UNPARK,
    /** Starts a thread. */
    START,
    JOIN,
    INTERRUPT,
    /** Looks at an interrupt status. */
    INTERRUPTED,
    SLEEP,
    /** Waits for the condition of a model. */
    AWAIT,
    /** Takes one of several alternatives. */
    CHOOSE,
    /** Waits for a change of what a spin loop reads. */
    SPIN,
    /** Waits until no other thread can run. */
    QUIET,
    /** A step without an effect on memory, such as one of a history. */
    MARK,
    /** A buffered store becomes visible. */
    FLUSH,
    /** Waits until the thread's own store buffer is empty. */
    DRAIN,
    /** Commutes with nothing. */
    ATOMIC
}
