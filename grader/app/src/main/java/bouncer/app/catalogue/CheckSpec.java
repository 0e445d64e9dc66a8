package bouncer.app.catalogue;

import bouncer.checks.api.On;
import java.util.List;

/**
 * One check of a room, in one variant.
 *
 * @param id {@code package.ClassChecks#method}, with {@code [virtual]} behind it for that variant
 * @param kind contract, explore, stress or timing
 * @param points what it earns
 * @param after methods of the same class whose failure explains this one's
 */
public record CheckSpec(
        String id, String kind, String checkClass, String method, String title, int points, On on, List<String> after) {
    public CheckSpec {
        after = List.copyOf(after);
    }
}
