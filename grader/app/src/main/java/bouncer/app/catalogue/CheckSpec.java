package bouncer.app.catalogue;

import bouncer.checks.api.On;
import java.util.List;

/**
 * One check of a room, in one variant.
 *
 * @param id {@code package.ClassChecks#method}, with {@code [virtual]} behind it for that variant
 * @param kind contract, explore, stress or timing
 * @param points what it earns
 * @param after methods whose failure explains this one's, of the same class or as {@code OtherChecks#method}
 */
public record CheckSpec(
        String id, String kind, String checkClass, String method, String title, int points, On on, List<String> after) {
    public CheckSpec {
        after = List.copyOf(after);
    }

    /** The checks that this one comes after, as class and method: {@code counter.CounterChecks#startsAtZero}. */
    public List<String> predecessors() {
        String beside = checkClass.substring(0, checkClass.lastIndexOf('.') + 1);
        return after.stream()
                .map(name -> name.contains("#") ? beside + name : checkClass + "#" + name)
                .toList();
    }
}
