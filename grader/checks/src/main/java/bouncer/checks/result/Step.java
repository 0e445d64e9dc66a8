package bouncer.checks.result;

import org.jspecify.annotations.Nullable;

/**
 * One step of an interleaving. Immutable.
 *
 * @param thread the thread that takes the step, such as {@code T1}
 * @param file the file below the source root
 * @param line the line, counted from 1; 0 if it is unknown
 * @param what the step in words, such as {@code reads count = 0}
 * @param kind the kind of the step
 * @param target the variable, monitor or thread that the step acts on, such as {@code counter.count}, or null
 * @param value the value read or written, as text, or null
 * @param after the index in the schedule of the step of another thread that synchronizes with this one (the unlock
 *     before a lock, the write that a volatile read sees), or -1
 * @param waitsFor what the thread waits for after this step, or null if it continues
 * @param heldBy the thread that holds what this one waits for, or null
 */
public record Step(
        String thread,
        String file,
        int line,
        String what,
        Kind kind,
        @Nullable String target,
        @Nullable String value,
        int after,
        @Nullable String waitsFor,
        @Nullable String heldBy) {

    /** The kind of a step, for diagrams. */
    public enum Kind {
        READ,
        WRITE,
        /** A read and a write in one, such as a compare-and-set. */
        UPDATE,
        LOCK,
        UNLOCK,
        WAIT,
        NOTIFY,
        PARK,
        UNPARK,
        START,
        JOIN,
        INTERRUPT,
        /** A timed wait ran out, or a sleep ended. */
        TIMEOUT,
        CALL,
        THROW,
        END,
        OTHER
    }

    /** Creates a step that is known only in words. */
    public Step(String thread, String file, int line, String what) {
        this(thread, file, line, what, Kind.OTHER, null, null, -1, null, null);
    }
}
