package bouncer.checks.result;

import java.util.Locale;

/** The phases of judging, in their order; every check belongs to one. Immutable. */
public enum Phase {
    /** Reading the sources and compiling them. */
    COMPILE('j'),
    /** The rules of the exercise, checked in the class files. */
    RULE('r'),
    /** Calls of the class, most of them by one thread. */
    CONTRACT('c'),
    /** Interleavings chosen by the model checker. */
    EXPLORE('e'),
    /** Many threads on the real machine. */
    STRESS('s'),
    /** Measurements on the real machine. */
    TIMING('t');

    private final char letter;

    Phase(char letter) {
        this.letter = letter;
    }

    /**
     * Returns the phase that has this name in reports.
     *
     * @param id a name such as {@code explore}
     * @throws IllegalArgumentException if no phase has this name
     */
    public static Phase of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Returns the name in reports, such as {@code explore}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the letter that stands for this phase in tables. */
    public char letter() {
        return letter;
    }

    /**
     * Returns true if no other work may run on the machine at the same time as checks of this phase, because it would
     * change what they measure.
     */
    public boolean isMeasured() {
        return this == STRESS || this == TIMING;
    }
}
