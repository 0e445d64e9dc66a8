package bouncer.app.verdict;

import java.util.Locale;

/** The kinds of check that reports know, in the order of judging. Immutable. */
public enum Phase {
    /** Sources that can be read and compile. */
    COMPILE('j'),
    /** The rules of the exercise, read off the class files. */
    RULE('r'),
    CONTRACT('c'),
    EXPLORE('e'),
    STRESS('s'),
    TIMING('t');

    private final char letter;

    Phase(char letter) {
        this.letter = letter;
    }

    /**
     * Finds a kind as reports write it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Phase of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Returns the kind as reports write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is the kind that a report names so. */
    public boolean is(String id) {
        return id().equals(id);
    }

    /** A letter that stands for it in tables. */
    public char letter() {
        return letter;
    }

    /** Whether its checks need the real machine for themselves: what else runs there would show in what they find. */
    public boolean isMeasured() {
        return this == STRESS || this == TIMING;
    }
}
