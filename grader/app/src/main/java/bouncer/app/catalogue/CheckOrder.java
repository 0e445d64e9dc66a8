package bouncer.app.catalogue;

import bouncer.checks.definition.CheckInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order in which the checks of an exercise are judged. Stateless. */
public final class CheckOrder {
    private CheckOrder() {}

    /**
     * Orders the checks by phase, so that deterministic ones come before those that need the real machine; a check
     * comes after all of its predecessors. Otherwise the order is that of the list.
     *
     * @param specs with predecessors as their authors name them: {@code method} of the same class, or {@code
     *     OtherChecks#method} of the same package
     * @return the checks with the ids of their predecessors
     * @throws IllegalStateException if a predecessor does not exist, or checks are predecessors of each other
     */
    public static List<CheckSpec> of(List<CheckSpec> specs) {
        List<CheckSpec> waiting = new ArrayList<>();
        specs.forEach(spec -> waiting.add(resolved(spec, specs)));
        waiting.sort(Comparator.comparing(CheckSpec::phase));
        List<CheckSpec> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            CheckSpec next = waiting.stream()
                    .filter(spec ->
                            waiting.stream().noneMatch(other -> spec.after().contains(other.id())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("These checks are predecessors of each other: "
                            + waiting.stream().map(CheckSpec::id).toList()));
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    /**
     * Adds to some checks their direct and indirect predecessors.
     *
     * @param wanted some of all
     * @param all as {@link #of} returned them
     * @return in the order of all
     */
    public static List<CheckSpec> withPredecessors(Collection<CheckSpec> wanted, List<CheckSpec> all) {
        Set<String> ids = new HashSet<>();
        wanted.forEach(spec -> ids.add(spec.id()));
        List<CheckSpec> chosen = new ArrayList<>();
        // The predecessors of a check precede it in the list, so one pass from last to first finds all of them.
        for (int i = all.size() - 1; i >= 0; i--) {
            if (ids.contains(all.get(i).id())) {
                ids.addAll(all.get(i).after());
                chosen.add(0, all.get(i));
            }
        }
        return chosen;
    }

    private static CheckSpec resolved(CheckSpec spec, List<CheckSpec> all) {
        String beside = spec.checkClass().substring(0, spec.checkClass().lastIndexOf('.') + 1);
        List<String> ids = new ArrayList<>();
        if (spec.after().contains(CheckInfo.EVERYTHING)) {
            return spec.after(all.stream()
                    .filter(other ->
                            !other.phase().isMeasured() && !other.after().contains(CheckInfo.EVERYTHING))
                    .map(CheckSpec::id)
                    .toList());
        }
        for (String name : spec.after()) {
            String wanted = name.contains("#") ? beside + name : spec.checkClass() + "#" + name;
            List<String> found = all.stream()
                    .filter(other -> other.qualifiedMethod().equals(wanted))
                    .map(CheckSpec::id)
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException(spec.id() + ": after = \"" + name + "\" names no check; there is no "
                        + wanted + " in this exercise");
            }
            ids.addAll(found);
        }
        return spec.after(ids);
    }
}
