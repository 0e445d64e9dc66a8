package bouncer.app.board;

import java.util.regex.Pattern;

/**
 * Adds ANSI colours to text, or leaves it plain. Colour never carries meaning alone. Immutable.
 *
 * @param on whether the reader's terminal shows colour
 */
public record AnsiStyle(boolean on) {
    /** No colour: for files, pipes and tests. */
    public static final AnsiStyle PLAIN = new AnsiStyle(false);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    /** Returns the text in the style of headings. */
    public String bold(String text) {
        return wrap("1", text);
    }

    /** Returns the text in the colour of success. */
    public String good(String text) {
        return wrap("32", text);
    }

    /** Returns the text in the colour of failure. */
    public String bad(String text) {
        return wrap("31", text);
    }

    /** Returns the text in the style of commands. */
    public String command(String text) {
        return wrap("36", text);
    }

    /** Returns the text in the style of less important text. */
    public String faint(String text) {
        return wrap("2", text);
    }

    /** Removes control characters from text that a submission can influence. */
    public static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    private String wrap(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
