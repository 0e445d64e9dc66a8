package bouncer.engine.buffer;

import bouncer.engine.memory.LocationSlots;
import bouncer.engine.memory.Memory;
import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in a store buffer: made by its thread, and not yet visible to others. */
public final class BufferedStore {
    private final MemoryLocation location;
    private final Cell cell;
    private final boolean release;
    private final MemoryLocation itself;
    private final List<BufferedStore> after = new ArrayList<>();
    private @Nullable Object value;
    private @Nullable Object hidden;
    private @Nullable VectorClock gives;
    private boolean flushed;

    /** A store that has not been made yet; it is a release store or an opaque one. */
    BufferedStore(Memory memory, MemoryLocation location, Cell cell, boolean release) {
        this.location = location;
        this.cell = cell;
        this.release = release;
        hidden = cell.get();
        itself = memory.at(this, LocationSlots.STORE);
    }

    MemoryLocation location() {
        return location;
    }

    /** Returns true for a release store, false for an opaque one. */
    boolean isRelease() {
        return release;
    }

    /** Stands for the store in the order of steps: made, and flushed. */
    MemoryLocation itself() {
        return itself;
    }

    /** Returns the stored value. */
    public @Nullable Object value() {
        return value;
    }

    /** Records that the store was made: memory holds its value. */
    void made(@Nullable VectorClock clock) {
        value = cell.get();
        gives = clock;
    }

    /** Returns the clock that a reader of the store acquires; null for an opaque store. */
    @Nullable
    VectorClock gives() {
        return gives;
    }

    /** Orders the flush of this store after that of another store of its thread. */
    void after(@Nullable BufferedStore earlier) {
        if (earlier != null) {
            after.add(earlier);
        }
    }

    /** Stores that must be flushed before. */
    List<BufferedStore> after() {
        return after;
    }

    /** Returns true if nothing keeps it from being flushed next. */
    boolean mayBeFlushed() {
        for (BufferedStore earlier : after) {
            if (!earlier.flushed) {
                return false;
            }
        }
        return true;
    }

    boolean isFlushed() {
        return flushed;
    }

    void setFlushed() {
        flushed = true;
    }

    /** Makes memory show the value to the store's own thread. */
    void apply() {
        hidden = cell.get();
        cell.set(value);
    }

    /** Makes memory show what the other threads see. */
    void unapply() {
        cell.set(hidden);
    }

    /** Makes the value visible to all threads. */
    void write() {
        cell.set(value);
    }
}
