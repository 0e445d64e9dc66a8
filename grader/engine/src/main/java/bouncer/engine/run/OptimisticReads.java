package bouncer.engine.run;

import bouncer.engine.memory.HappensBefore;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import org.jspecify.annotations.Nullable;

/**
 * What one thread read in an optimistic section though a write was not ordered before it: a data race, unless a
 * validation follows.
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

    /** Whether plain reads are of an optimistic section. */
    boolean isOn() {
        return on;
    }

    /** A section begins, or ends with a validation. */
    void set(boolean begins) {
        on = begins;
        unvalidated = null;
    }

    /** A plain read in the section. */
    void read(MemoryLocation location) {
        int other = HappensBefore.unwritten(task, clock, location);
        if (other >= 0 && unvalidated == null) {
            unvalidated = location;
            rival = other;
        }
    }

    /** The first location that was read out of order since the section began, or null. */
    @Nullable
    MemoryLocation unvalidated() {
        return unvalidated;
    }

    /** The thread whose write that read is not ordered after. */
    int rival() {
        return rival;
    }
}
