package bouncer.checks.result;

import org.jspecify.annotations.Nullable;

/**
 * One step of an interleaving.
 *
 * @param thread the thread that takes the step, such as {@code T1}
 * @param file the file below the source root
 * @param line 1-based line; 0 when unknown
 * @param what the step in words, such as {@code reads count = 0}
 * @param kind what sort of step it is
 * @param target the variable, monitor or thread it is about, such as {@code counter.count}, or null
 * @param value the value read or written, as text, or null
 * @param after the index in the schedule of the step of another thread that is ordered before this one by this very step
 *     (the unlock that this lock follows, the write that this volatile read sees), or -1
 * @param waitsFor what the thread waits for from here on, or null when it goes on
 * @param heldBy the thread that holds what it waits for, or null
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

    /** What sort of step it is, for pictures. */
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

    /** A step in words only. */
    public Step(String thread, String file, int line, String what) {
        this(thread, file, line, what, Kind.OTHER, null, null, -1, null, null);
    }
}
