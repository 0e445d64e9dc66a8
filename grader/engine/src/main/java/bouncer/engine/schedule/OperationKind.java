package bouncer.engine.schedule;

/** What a pending operation is. */
public enum OperationKind {
    BEGIN,
    END,
    READ,
    WRITE,
    UPDATE,
    PLAIN_READ,
    PLAIN_WRITE,
    ENTER,
    WAIT,
    WAITING,
    NOTIFY,
    PARK,
    UNPARK,
    START,
    JOIN,
    INTERRUPT,
    INTERRUPTED,
    SLEEP,
    AWAIT,
    CHOOSE,
    SPIN,
    QUIET,
    MARK,
    FLUSH,
    DRAIN,
    ATOMIC
}
