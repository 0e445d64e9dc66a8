package bouncer.checks.definition;

import bouncer.checks.Contract;
import bouncer.checks.Explore;
import bouncer.checks.Fault;
import bouncer.checks.On;
import bouncer.checks.Stress;
import bouncer.checks.Timing;
import bouncer.checks.result.Phase;
import bouncer.checks.specification.Clients;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the annotation of a check method, which is one of five types. Immutable.
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
    /** In place of the name of a predecessor: all contract checks and explored scenarios of the exercise. */
    public static final String EVERYTHING = "*";

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
        Clients g = method.getAnnotation(Clients.class);
        if (g != null) {
            // What they find is a reason to reject; the points are those of the checks that teach.
            return new CheckInfo(
                    Phase.EXPLORE, 0, g.title(), Fault.WRONG_RESULT, List.of(On.PLATFORM), "", List.of(EVERYTHING));
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

    /**
     * Returns the check method of a class that has this name, its own or inherited from an interface.
     *
     * @throws NoSuchMethodException if there is none
     */
    public static Method method(Class<?> checkClass, String name) throws NoSuchMethodException {
        for (Method method : checkClass.getMethods()) {
            if (method.getName().equals(name) && method.isAnnotationPresent(Clients.class)) {
                return method;
            }
        }
        return checkClass.getDeclaredMethod(name);
    }

    @SuppressWarnings("TooManyParameters")
    private static CheckInfo info(
            Method method, Phase phase, int points, String title, Fault fault, On[] on, String hint, String[] after) {
        String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new CheckInfo(phase, points, title.isEmpty() ? words : title, fault, List.of(on), hint, List.of(after));
    }
}
