package bouncer.engine.run;

import java.util.HashMap;
import java.util.Map;

/**
 * Turns at variables that are updated in one step, and at locks: of each only one thread has one at a time. What the
 * library shares inside of its pools and queues is not the program's, and adders share nothing. Used under control only.
 */
final class ContentionCounter {
    private static final String LIBRARY = "bouncer.engine.library";

    private final Map<Object, Map<Integer, Integer>> byPlace = new HashMap<>();

    /** Counts a turn of a task at a place, which is a part of its owner. */
    void add(int task, Object owner, Object place) {
        if (!owner.getClass().getPackageName().equals(LIBRARY)) {
            byPlace.computeIfAbsent(place, key -> new HashMap<>()).merge(task, 1, Integer::sum);
        }
    }

    /** Begins the count anew. */
    void again() {
        byPlace.clear();
    }

    /** The most turns at one place that two threads or more had their good part of, a quarter. */
    int most() {
        return byPlace.values().stream()
                .mapToInt(ContentionCounter::shared)
                .max()
                .orElse(0);
    }

    private static int shared(Map<Integer, Integer> byTask) {
        int all = byTask.values().stream().mapToInt(Integer::intValue).sum();
        int first = byTask.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return (all - first) * 4 >= all ? all : 0;
    }
}
