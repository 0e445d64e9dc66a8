package bouncer.checks.specification;

/** Which of the client programs of a specification a check runs. */
public enum ClientScope {
    /** Calls that come one at a time, with all kinds of arguments, interrupts and many objects. */
    ONE_AT_A_TIME,
    /** A few calls at the same time, after each state of the specification. */
    TOGETHER
}
