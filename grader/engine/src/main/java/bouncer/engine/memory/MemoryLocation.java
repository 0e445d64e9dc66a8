package bouncer.engine.memory;

import org.jspecify.annotations.Nullable;

/**
 * One location of one execution: a field of an object, an array element, a monitor, or any other thing that steps act
 * on. Holds what happens-before (of the memory model) and the search know of it.
 */
public final class MemoryLocation {
    /** The object that the location is a part of; the class for a static field. */
    public final Object owner;
    /** Which part; see {@link LocationSlots}. */
    public final int slot;
    /** Its number in the order in which the locations of an execution are touched first. */
    public final int number;
    /** Counts changes, so that a loop that looks again can be told that nothing has changed. */
    public int version;
    /** The latest virtual time at which it was written, where threads have times of their own. */
    public long time;
    /** Whether a relocated class of the JDK accesses it plainly. */
    public boolean relocated;
    /** The clock of the releases through this location. */
    @Nullable
    VectorClock released;
    /** The clock of the changes of a library object, documented as a release or not. */
    @Nullable
    VectorClock shown;
    /** Last plain accesses, and last ordered ones that may still conflict with plain ones. */
    final Accesses plain = new Accesses();

    @Nullable
    Accesses ordered;
    /** Data of the search. */
    public @Nullable Object search;
    /** Data of the recorder. */
    public @Nullable Object record;

    /** Returns true if this is the state of a library object, not a variable. */
    public boolean isLibraryState() {
        return slot < 0;
    }

    MemoryLocation(Object owner, int slot, int number) {
        this.number = number;
        this.owner = owner;
        this.slot = slot;
    }

    /** The last write and the last reads, as epochs: a thread's own clock when it did so (FastTrack, PLDI 2009). */
    static final class Accesses {
        int writer = -1;
        int written;
        int reader = -1;
        int read;

        @Nullable
        VectorClock reads;
    }
}
