package bouncer.worker.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the steps that threads take where only one thread at a time takes one: at variables that are updated in one step, and at
 * locks. What the library shares inside its pools and queues is not the program's, and adders share nothing. Used under control only.
 */
final class ContentionCounter {
    private static final String LIBRARY = "bouncer.engine.library";
    /** One part in so many is a thread's good part of the steps at a place. */
    private static final int GOOD_PART = 4;

    private final Map<Object, Map<Integer, Integer>> byPlace = new HashMap<>();

    /** Counts a step of a thread at a place, which is a part of its owner. */
    void add(int thread, Object owner, Object place) {
        if (!owner.getClass().getPackageName().equals(LIBRARY)) {
            byPlace.computeIfAbsent(place, key -> new HashMap<>()).merge(thread, 1, Integer::sum);
        }
    }

    /** Begins the count anew. */
    void reset() {
        byPlace.clear();
    }

    /** The most steps at one place of which two threads or more took a good part each; 0 if there is no such place. */
    int most() {
        return byPlace.values().stream()
                .mapToInt(ContentionCounter::shared)
                .max()
                .orElse(0);
    }

    private static int shared(Map<Integer, Integer> byThread) {
        int all = byThread.values().stream().mapToInt(Integer::intValue).sum();
        int first = byThread.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return (all - first) * GOOD_PART >= all ? all : 0;
    }
}
