package bouncer.app.catalogue;

import bouncer.checks.On;
import bouncer.checks.result.Phase;
import java.util.List;

/**
 * One check of an exercise, in one variant. Immutable.
 *
 * @param id {@code package.ClassChecks#method}, followed by {@code [virtual]} for that variant
 * @param phase contract, explore, stress or timing
 * @param checkClass binary name of the class that holds the method
 * @param method the method
 * @param title its title in reports
 * @param points the points for passing it
 * @param on the kind of threads it runs on
 * @param hint a sentence for a student whose class fails it; empty if there is none
 * @param after ids of its predecessors: they are judged before it, and a failure of one explains a failure of this one
 */
public record CheckSpec(
        String id,
        Phase phase,
        String checkClass,
        String method,
        String title,
        int points,
        On on,
        String hint,
        List<String> after) {
    public CheckSpec {
        after = List.copyOf(after);
    }

    /** Returns class and method without the variant, such as {@code counter.CounterChecks#startsAtZero}. */
    String qualifiedMethod() {
        return checkClass + "#" + method;
    }

    /** Returns this check with other predecessors. */
    CheckSpec after(List<String> ids) {
        return new CheckSpec(id, phase, checkClass, method, title, points, on, hint, ids);
    }
}
