package bouncer.demo;

import java.util.Locale;

/** Prints for a terminal: plain text, English numbers. Stateless. */
public final class Show {
    private Show() {}

    /** Prints a heading with a line under it. */
    public static void heading(String text) {
        System.out.println();
        System.out.println(text);
        System.out.println("-".repeat(text.length()));
    }

    /** Prints a formatted line. */
    public static void line(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Nanoseconds as milliseconds. */
    public static double millis(long nanos) {
        return nanos / 1e6;
    }
}
