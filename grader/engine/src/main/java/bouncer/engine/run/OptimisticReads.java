package bouncer.engine.run;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The optimistic sections of one thread, one for each stamped lock, and the reads in them that race with a write: data
 * races, unless a validation of a stamp of that lock follows. A section lasts until its first validation; after that
 * reads are plain ones, though the same stamp may be validated again.
 */
final class OptimisticReads {
    private final int task;
    private final VectorClock clock;
    /** The locks with a section, to whether it was not validated yet. */
    private final Map<Object, Boolean> sections = new IdentityHashMap<>();

    /** The locks whose last stamp was 0. */
    private final Set<Object> invalid = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Read> unvalidated = new ArrayList<>();

    /** A read that races with a write, and the locks whose stamps may still be validated. */
    record Read(MemoryLocation location, int rival, Set<Object> locks) {}

    OptimisticReads(int task, VectorClock clock) {
        this.task = task;
        this.clock = clock;
    }

    /** Returns true while what the thread reads is thrown away unless it is validated. */
    boolean isOn() {
        return sections.containsValue(true);
    }

    /** Returns true while a racing read may be validated. */
    boolean mayValidate() {
        return !sections.isEmpty();
    }

    /**
     * Begins a section.
     *
     * @param stamped false if the stamp is 0, which is not valid: to compare it with 0 is to validate it
     */
    void begin(Object lock, boolean stamped) {
        sections.put(lock, true);
        if (stamped) {
            invalid.remove(lock);
        } else {
            invalid.add(lock);
        }
    }

    /** A stamp of the lock was validated, or found to be no longer valid. */
    void validated(Object lock) {
        unvalidated.removeIf(read -> read.locks.contains(lock));
        sections.computeIfPresent(lock, (key, on) -> false);
    }

    /** Ends the section of a lock; returns a read that can't be validated any more, or null. */
    @Nullable
    Read abandon(Object lock) {
        sections.remove(lock);
        for (Read read : unvalidated) {
            if (read.locks.remove(lock) && read.locks.isEmpty()) {
                return read;
            }
        }
        return null;
    }

    /** Returns a read that was not validated, or null. */
    @Nullable
    Read last() {
        return unvalidated.isEmpty() ? null : unvalidated.get(0);
    }

    /** Checks a plain read; returns true if it races with a write. */
    boolean races(MemoryLocation location) {
        int rival = HappensBefore.unwritten(task, clock, location);
        if (rival >= 0 && invalid.stream().noneMatch(sections::containsKey)) {
            Set<Object> locks = Collections.newSetFromMap(new IdentityHashMap<>());
            locks.addAll(sections.keySet());
            unvalidated.add(new Read(location, rival, locks));
        }
        return rival >= 0;
    }
}
