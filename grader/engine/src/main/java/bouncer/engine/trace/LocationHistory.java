package bouncer.engine.trace;

import bouncer.engine.memory.MemoryLocation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The last events on one location of a recorded execution, as indexes of the trace; -1 where there is none. */
final class LocationHistory {
    private int released = -1;
    private final Map<Integer, Integer> reads = new HashMap<>();
    private final Map<Integer, Integer> writes = new HashMap<>();

    private LocationHistory() {}

    /** Returns the history that the location keeps, made on first use. */
    static LocationHistory of(MemoryLocation location) {
        LocationHistory known = (LocationHistory) location.record;
        if (known == null) {
            known = new LocationHistory();
            location.record = known;
        }
        return known;
    }

    void released(int event) {
        released = event;
    }

    /** Returns the last event that released through the location. */
    int lastRelease() {
        return released;
    }

    void accessed(int task, int event, boolean write) {
        (write ? writes : reads).put(task, event);
    }

    /** Returns the accesses that raced: the rival's, as far as it is known, and the last one of the task. */
    List<Integer> raced(int rival, int task) {
        Integer mine = Math.max(writes.getOrDefault(task, -1), reads.getOrDefault(task, -1));
        boolean write = mine.equals(writes.get(task));
        int theirs = writes.getOrDefault(rival, -1);
        if (write) {
            theirs = Math.max(theirs, reads.getOrDefault(rival, -1));
        }
        return List.of(theirs, mine);
    }
}
