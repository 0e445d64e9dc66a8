package bouncer.engine.differential;

/** What a thread of a generated program can do; each takes one number that says on what. */
public enum Act {
    READ,
    WRITE,
    ADD,
    READ_VOLATILE,
    WRITE_VOLATILE,
    COMPARE_AND_SET,
    LOCK,
    UNLOCK,
    WAIT,
    TIMED_WAIT,
    NOTIFY,
    NOTIFY_ALL,
    PARK,
    TIMED_PARK,
    UNPARK,
    INTERRUPT,
    INTERRUPTED,
    SLEEP,
    CLOCK,
    ACQUIRE,
    TRY_ACQUIRE,
    RELEASE,
    AWAIT,
    TIMED_AWAIT,
    SIGNAL,
    COMPUTE,
    MERGE
}
