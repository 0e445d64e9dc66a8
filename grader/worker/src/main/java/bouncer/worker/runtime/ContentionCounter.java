package bouncer.worker.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts the steps of threads at locations that serialise them: atomic variables and locks. Locations inside the
 * library's pools and queues do not count, because they are not the program's, and neither do adders, which are not
 * shared. Used only by threads of the engine's model.
 */
final class ContentionCounter {
    private static final String LIBRARY = "bouncer.engine.library";
    /** A thread takes part at a location if it makes at least one in this many of the steps there. */
    private static final int GOOD_PART = 4;

    private final Map<Object, Map<Integer, Integer>> byPlace = new HashMap<>();

    /** Counts a step of a thread at a location, which is a part of its owner. */
    void add(int thread, Object owner, Object place) {
        if (!owner.getClass().getPackageName().equals(LIBRARY)) {
            byPlace.computeIfAbsent(place, key -> new HashMap<>()).merge(thread, 1, Integer::sum);
        }
    }

    /** Resets the count. */
    void reset() {
        byPlace.clear();
    }

    /** Returns the largest number of steps at a location where at least two threads take part; 0 if there is none. */
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
