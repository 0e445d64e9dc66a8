package bouncer.checks;

/** The kind of the threads that a check starts. */
public enum On {
    PLATFORM,
    /** Virtual threads. On JDKs before 21 this variant of a check does not exist. */
    VIRTUAL
}
