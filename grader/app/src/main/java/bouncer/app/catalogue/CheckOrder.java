package bouncer.app.catalogue;

import bouncer.checks.api.CheckInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order the checks of a room are asked. Pure. */
public final class CheckOrder {
    private CheckOrder() {}

    /**
     * Contract first, then explore, stress and timing, so that what decides comes before what needs the real machine; but a check that is
     * to come after another waits for it. Otherwise as given.
     *
     * @throws IllegalStateException if checks come after each other
     */
    public static List<CheckSpec> of(List<CheckSpec> specs) {
        List<CheckSpec> waiting = new ArrayList<>(specs);
        waiting.sort(Comparator.comparingInt(spec -> CheckInfo.Kind.order(spec.kind())));
        List<CheckSpec> inTurn = new ArrayList<>();
        while (!waiting.isEmpty()) {
            CheckSpec next = waiting.stream()
                    .filter(spec -> waiting.stream().noneMatch(other -> comesAfter(spec, other)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Checks that come after each other: " + waiting));
            waiting.remove(next);
            inTurn.add(next);
        }
        return List.copyOf(inTurn);
    }

    private static boolean comesAfter(CheckSpec spec, CheckSpec other) {
        return spec.predecessors().contains(other.checkClass() + "#" + other.method());
    }
}
