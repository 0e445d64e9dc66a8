package bouncer.bench.foreign;

import java.util.List;

/**
 * What one exploration said of one program.
 *
 * @param kind its outcome
 * @param detail the failure or the reason, in one line; may be empty
 * @param executions how many were run
 * @param millis how long it took
 */
record Answer(Kind kind, String detail, long executions, long millis) {

    /** The outcomes of an exploration. */
    enum Kind {
        /** No failure in any interleaving. */
        COMPLETE,
        /** No failure in those that were tried. */
        SAMPLED,
        /** A failure. */
        FAILED,
        /** The engine can't control the program. */
        UNCONTROLLED,
        /** The engine threw, or its process ended. */
        ENGINE_ERROR,
        /** No result in the time allowed. */
        TOO_LONG
    }

    /** Returns whether this is the opposite of the truth; an answer that says that nothing is known is not. */
    boolean isUntrue(boolean wrong) {
        return kind == Kind.ENGINE_ERROR || (wrong ? kind == Kind.COMPLETE : kind == Kind.FAILED);
    }

    /** Returns this as the fields of a line, in the order that {@link #parse} takes them. */
    List<String> fields() {
        return List.of(kind.name(), detail, Long.toString(executions), Long.toString(millis));
    }

    static Answer parse(List<String> fields) {
        return new Answer(
                Kind.valueOf(fields.get(0)),
                fields.get(1),
                Long.parseLong(fields.get(2)),
                Long.parseLong(fields.get(3)));
    }
}
