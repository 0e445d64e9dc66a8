package bouncer.engine.run;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one thread in an optimistic section that race with a write: a data race, unless a validation follows.
 */
final class OptimisticReads {
    private final int task;
    private final VectorClock clock;
    private boolean on;
    private @Nullable MemoryLocation unvalidated;
    private int rival;

    OptimisticReads(int task, VectorClock clock) {
        this.task = task;
        this.clock = clock;
    }

    /** Returns true within an optimistic section. */
    boolean isOn() {
        return on;
    }

    /** Begins a section, or ends it with a validation. */
    void set(boolean begins) {
        on = begins;
        unvalidated = null;
    }

    /** Checks a plain read in the section. */
    void read(MemoryLocation location) {
        int other = HappensBefore.unwritten(task, clock, location);
        if (other >= 0 && unvalidated == null) {
            unvalidated = location;
            rival = other;
        }
    }

    /** Returns the first location since the section began whose read races with a write, or null. */
    @Nullable
    MemoryLocation unvalidated() {
        return unvalidated;
    }

    /** Returns the thread whose write races with that read. */
    int rival() {
        return rival;
    }
}
