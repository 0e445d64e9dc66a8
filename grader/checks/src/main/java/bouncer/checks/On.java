package bouncer.checks;

/** The kind of thread a check's own threads are. */
public enum On {
    PLATFORM,
    /** From JDK 21 on; on an older one the variant does not exist. */
    VIRTUAL
}
