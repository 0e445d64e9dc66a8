package bouncer.app.board;

import java.util.regex.Pattern;

/**
 * Colour where it is wanted, plain text where not. Colour never carries meaning alone. Immutable.
 *
 * @param on whether the reader's terminal shows colour
 */
public record AnsiStyle(boolean on) {
    /** No colour: for files, pipes and tests. */
    public static final AnsiStyle PLAIN = new AnsiStyle(false);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** For headings. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** For what went well. */
    public String good(String text) {
        return wrap("32", text);
    }

    /** For what is wrong. */
    public String bad(String text) {
        return wrap("31", text);
    }

    /** For commands to type. */
    public String command(String text) {
        return wrap("36", text);
    }

    /** For what matters less. */
    public String faint(String text) {
        return wrap("2", text);
    }

    /** Takes the control characters out of text that a submission had a hand in. */
    public static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    private String wrap(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
