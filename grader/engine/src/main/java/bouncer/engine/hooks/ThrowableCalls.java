package bouncer.engine.hooks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls that show a throwable as text: the JVM's own messages name models, in the place of the classes of the JDK. */
public final class ThrowableCalls {
    private static final Pattern OURS =
            Pattern.compile("bouncer\\.engine\\.(library|relocated|model|hooks)\\.[\\w.$]*\\w");
    private static final Pattern MODULES =
            Pattern.compile("\\((\\S+) is in module java.base of loader 'bootstrap'; (\\S+) is in unnamed module of"
                    + " loader 'app'\\)");
    private static final Pattern LOADER = Pattern.compile("loader 'bouncer' @[0-9a-f]+");

    private ThrowableCalls() {}

    public static @Nullable String getMessage(Throwable throwable) {
        return real(throwable.getMessage());
    }

    public static @Nullable String getLocalizedMessage(Throwable throwable) {
        return real(throwable.getLocalizedMessage());
    }

    public static String toString(Throwable throwable) {
        return String.valueOf(real(throwable.toString()));
    }

    private static @Nullable String real(@Nullable String text) {
        if (text == null || text.indexOf("bouncer") < 0) {
            return text;
        }
        Matcher names = OURS.matcher(text);
        String named = names.replaceAll(found -> Matcher.quoteReplacement(ClassCalls.real(found.group())));
        if (!named.equals(text)) {
            named = MODULES.matcher(named).replaceAll("($1 and $2 are in module java.base of loader 'bootstrap')");
        }
        return LOADER.matcher(named).replaceAll("loader 'app'");
    }
}
