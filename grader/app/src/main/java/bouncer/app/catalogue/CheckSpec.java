package bouncer.app.catalogue;

import bouncer.checks.On;
import bouncer.checks.result.Phase;
import java.util.List;

/**
 * One check of an exercise, in one variant. Immutable.
 *
 * @param id {@code package.ClassChecks#method}, with {@code [virtual]} behind it for that variant
 * @param phase contract, explore, stress or timing
 * @param checkClass binary name of the class that holds the method
 * @param method the method
 * @param title its name for people
 * @param points what it earns
 * @param on the kind of threads it runs on
 * @param hint a sentence for a student whose class fails it; empty when there is none
 * @param after ids of the checks that are judged before this one and whose failure explains this one's
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

    /** The method with its class, without the variant: {@code counter.CounterChecks#startsAtZero}. */
    String qualifiedMethod() {
        return checkClass + "#" + method;
    }

    /** The same check with other predecessors. */
    CheckSpec after(List<String> ids) {
        return new CheckSpec(id, phase, checkClass, method, title, points, on, hint, ids);
    }
}
