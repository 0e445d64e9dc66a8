package bouncer.checks.definition;

import bouncer.checks.Contract;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Stress;
import bouncer.checks.Timing;
import bouncer.checks.result.Phase;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the annotation of a check method, which is one of four types. Immutable.
 *
 * @param phase contract, explore, stress or timing
 * @param points the points for passing, shared by the variants
 * @param title the name that students read; the method's name in words if the annotation has none
 * @param fault the fault of a failure that names no other
 * @param on the kinds of thread that the check runs on
 * @param hint a sentence for a student whose class fails the check; empty when there is none
 * @param after the checks whose failure explains a failure of this one, and which are judged before it: {@code method}
 *     of the same class, or {@code OtherChecks#method}
 */
public record CheckInfo(
        Phase phase, int points, String title, Fault fault, List<On> on, String hint, List<String> after) {
    public CheckInfo {
        on = List.copyOf(on);
        after = List.copyOf(after);
    }

    /** Returns the contents of the annotation of this method, or null if the method is not a check. */
    public static @Nullable CheckInfo of(Method method) {
        Contract c = method.getAnnotation(Contract.class);
        if (c != null) {
            return info(method, Phase.CONTRACT, c.points(), c.title(), c.fault(), c.on(), c.hint(), c.after());
        }
        Explore e = method.getAnnotation(Explore.class);
        if (e != null) {
            return info(method, Phase.EXPLORE, e.points(), e.title(), e.fault(), e.on(), e.hint(), e.after());
        }
        Stress s = method.getAnnotation(Stress.class);
        if (s != null) {
            return info(method, Phase.STRESS, s.points(), s.title(), s.fault(), s.on(), s.hint(), s.after());
        }
        Timing t = method.getAnnotation(Timing.class);
        return t == null
                ? null
                : info(method, Phase.TIMING, t.points(), t.title(), t.fault(), t.on(), t.hint(), t.after());
    }

    @SuppressWarnings("TooManyParameters")
    private static CheckInfo info(
            Method method, Phase phase, int points, String title, Fault fault, On[] on, String hint, String[] after) {
        String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new CheckInfo(phase, points, title.isEmpty() ? words : title, fault, List.of(on), hint, List.of(after));
    }
}
