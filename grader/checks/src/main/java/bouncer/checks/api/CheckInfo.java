package bouncer.checks.api;

import bouncer.checks.finding.Fault;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the annotation of a check method says, whichever of the four it is.
 *
 * @param title never empty: made of the method's name where the author gave none
 * @param fault what a plain assertion failure means
 * @param hint empty when there is none
 * @param after methods of the same class that come first and whose failure explains this one's
 */
public record CheckInfo(
        Kind kind, int points, String title, Fault fault, List<On> on, String hint, List<String> after) {

    /** The phases in the order they are judged. */
    public enum Kind {
        CONTRACT,
        EXPLORE,
        STRESS,
        TIMING;

        /** Returns the kind as reports write it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The place of a kind, as reports write it, in the order of judging: what decides comes first. -1 for none of these. */
        public static int order(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return kind.ordinal();
                }
            }
            return -1;
        }
    }

    public CheckInfo {
        on = List.copyOf(on);
        after = List.copyOf(after);
    }

    /** Reads the annotation; null when the method is no check. */
    public static @Nullable CheckInfo of(Method method) {
        Contract c = method.getAnnotation(Contract.class);
        if (c != null) {
            return info(method, Kind.CONTRACT, c.points(), c.title(), c.fault(), c.on(), c.hint(), c.after());
        }
        Explore e = method.getAnnotation(Explore.class);
        if (e != null) {
            return info(method, Kind.EXPLORE, e.points(), e.title(), e.fault(), e.on(), e.hint(), e.after());
        }
        Stress s = method.getAnnotation(Stress.class);
        if (s != null) {
            return info(method, Kind.STRESS, s.points(), s.title(), s.fault(), s.on(), s.hint(), s.after());
        }
        Timing t = method.getAnnotation(Timing.class);
        return t == null
                ? null
                : info(method, Kind.TIMING, t.points(), t.title(), t.fault(), t.on(), t.hint(), t.after());
    }

    @SuppressWarnings("TooManyParameters")
    private static CheckInfo info(
            Method method, Kind kind, int points, String title, Fault fault, On[] on, String hint, String[] after) {
        String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new CheckInfo(kind, points, title.isEmpty() ? words : title, fault, List.of(on), hint, List.of(after));
    }
}
