package bouncer.engine.run;

import bouncer.engine.memory.MemoryLocation;
import org.jspecify.annotations.Nullable;

/** The stores of one thread that other threads do not see yet; these defaults are those of a thread that has none. */
public interface PendingStores {
    /** The pending stores of a thread without a store buffer. */
    PendingStores NONE = new PendingStores() {};

    /** Returns true if no store is pending now. */
    default boolean isEmpty() {
        return true;
    }

    /** A step that waits until all stores are visible, if there was any since it was last done. */
    default void drain() {}

    /** Returns true if {@link #drain} would be a step. */
    default boolean isDirty() {
        return false;
    }

    /** Makes all stores visible as a part of the thread's step under way. */
    default void flush() {}

    /** Keeps the stores that follow from becoming visible before those that were made. */
    default void fence() {}

    /** Returns true if the thread's last store to a location is pending: it sees a value that others do not. */
    default boolean isPending(MemoryLocation location) {
        return latest(location) != null;
    }

    /** Returns the key of the pending store to a location, as in {@link ExecutionListener#stored}; or null. */
    default @Nullable Object latest(MemoryLocation location) {
        return null;
    }

    /** Returns true if the thread stored to a location since it last drained. */
    default boolean wasStored(MemoryLocation location) {
        return false;
    }

    /** Adds the locations that are touched if the operation turns out to flush. */
    default void mayFlush(PendingOperation operation) {}

    /** Makes memory show what the thread sees. */
    default void show() {}

    /** Makes memory show what the other threads see. */
    default void hide() {}
}
