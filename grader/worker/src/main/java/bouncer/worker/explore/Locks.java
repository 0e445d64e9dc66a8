package bouncer.worker.explore;

import bouncer.engine.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tracks which thread holds which locks along a trace. Used by one thread. */
final class Locks {
    private final Map<String, Map<String, Integer>> heldByThread = new HashMap<>();

    /** Returns the names of the locks that the thread of this step holds at this step. */
    static Set<String> at(List<Event> events, Event step) {
        Locks locks = new Locks();
        for (Event event : events) {
            if (event.index() >= step.index()) {
                break;
            }
            locks.pass(event);
        }
        return locks.of(step.thread());
    }

    /** Applies the next step. */
    void pass(Event event) {
        if (event.waitsFor() != null && event.kind() == Event.Kind.LOCK) {
            return;
        }
        Map<String, Integer> mine = heldByThread.computeIfAbsent(event.thread(), thread -> new TreeMap<>());
        if (event.kind() == Event.Kind.LOCK) {
            mine.merge(event.target(), 1, Integer::sum);
        } else if (event.kind() == Event.Kind.UNLOCK) {
            mine.merge(event.target(), -1, (before, less) -> before + less <= 0 ? null : before + less);
        }
    }

    /** Returns the locks that a thread holds now. */
    Set<String> of(String thread) {
        return new TreeSet<>(heldByThread.getOrDefault(thread, Map.of()).keySet());
    }

    /** Returns the other thread that holds a lock, or null. */
    @Nullable
    String holder(String lock, String asker) {
        return heldByThread.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(asker) && entry.getValue().containsKey(lock))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
