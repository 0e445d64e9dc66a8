package bouncer.engine.run;

/** What differs from run to run of a JVM, and is the same in all executions of a search but for its variations. */
public enum Chance {
    /** The ids of threads. */
    IDS,
    /** Identity hashes, and what is ordered by them. */
    HASHES,
    /** Random numbers. */
    NUMBERS,
    /** Processors and memory. */
    MACHINE,
    /** The order of the elements of an unordered set or map. */
    ORDER
}
