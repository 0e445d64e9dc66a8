package bouncer.engine.hooks;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Formattable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Formatted printing in instrumented code. The library asks for an argument's text while it holds the stream's real
 * lock, where no step of the model may be; so it is asked for before.
 */
public final class PrintCalls {
    private PrintCalls() {}

    private static @Nullable Object @Nullable [] texts(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        @Nullable Object[] texts = arguments.clone();
        for (int i = 0; i < texts.length; i++) {
            Object argument = texts[i];
            if (argument != null
                    && argument.getClass().getClassLoader() != null
                    && !(argument instanceof Formattable)) {
                texts[i] = argument.toString();
            }
        }
        return texts;
    }

    public static PrintStream printf(PrintStream to, String format, @Nullable Object @Nullable [] arguments) {
        return to.printf(format, texts(arguments));
    }

    public static PrintStream printf(
            PrintStream to, Locale locale, String format, @Nullable Object @Nullable [] arguments) {
        return to.printf(locale, format, texts(arguments));
    }

    public static PrintStream format(PrintStream to, String format, @Nullable Object @Nullable [] arguments) {
        return printf(to, format, arguments);
    }

    public static PrintStream format(
            PrintStream to, Locale locale, String format, @Nullable Object @Nullable [] arguments) {
        return printf(to, locale, format, arguments);
    }

    public static PrintWriter printf(PrintWriter to, String format, @Nullable Object @Nullable [] arguments) {
        return to.printf(format, texts(arguments));
    }

    public static PrintWriter printf(
            PrintWriter to, Locale locale, String format, @Nullable Object @Nullable [] arguments) {
        return to.printf(locale, format, texts(arguments));
    }

    public static PrintWriter format(PrintWriter to, String format, @Nullable Object @Nullable [] arguments) {
        return printf(to, format, arguments);
    }

    public static PrintWriter format(
            PrintWriter to, Locale locale, String format, @Nullable Object @Nullable [] arguments) {
        return printf(to, locale, format, arguments);
    }
}
