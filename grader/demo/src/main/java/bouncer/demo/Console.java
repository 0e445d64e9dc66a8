package bouncer.demo;

import java.util.Locale;

/** Prints for a terminal: plain text, English numbers. Stateless. */
public final class Console {
    private static final int COLUMNS = 80;

    private Console() {}

    /** Prints a heading with a line under it. */
    public static void heading(String text) {
        System.out.println();
        System.out.println(text);
        System.out.println("-".repeat(text.length()));
    }

    /** Prints a formatted line; a sentence wider than a terminal is wrapped, a picture is not. */
    public static void line(String format, Object... values) {
        System.out.println(wrapped(String.format(Locale.ROOT, format, values)));
    }

    static String wrapped(String text) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        int end = text.lastIndexOf(' ', COLUMNS);
        boolean picture = text.strip().contains("   ");
        return text.length() <= COLUMNS || picture || end <= indent.length()
                ? text
                : text.substring(0, end) + System.lineSeparator() + wrapped(indent + text.substring(end + 1));
    }

    /** Converts nanoseconds to milliseconds. */
    public static double millis(long nanos) {
        return nanos / 1e6;
    }
}
