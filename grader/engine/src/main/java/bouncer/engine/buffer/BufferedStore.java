package bouncer.engine.buffer;

import bouncer.engine.memory.MemoryLocation;
import bouncer.engine.memory.VectorClock;
import bouncer.engine.run.Execution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store that its thread has made and the others do not see yet. */
public final class BufferedStore {
    public final MemoryLocation loc;
    final Cell cell;
    /** A release store, which comes after all that its thread stored before; else an opaque one. */
    final boolean release;
    /** What the thread stored. */
    @Nullable
    public Object value;
    /** What the others see, while memory shows the thread's own view. */
    @Nullable
    Object hidden;
    /** What the thread had done by then, which goes to whoever sees this; null for an opaque store. */
    @Nullable
    VectorClock gives;

    /** Stores of the same thread that must be seen before. */
    final List<BufferedStore> after = new ArrayList<>();
    /** Stands for the store in the order of steps: made, and seen. */
    final MemoryLocation itself;

    boolean seen;
    /** What the recorder keeps here. */
    @Nullable
    public Object record;

    BufferedStore(Execution x, MemoryLocation loc, Cell cell, boolean release) {
        this.loc = loc;
        this.cell = cell;
        this.release = release;
        hidden = cell.get();
        itself = x.memory.at(this, bouncer.engine.memory.LocationSlots.STORE);
    }

    /** Whether nothing keeps it from being seen next. */
    boolean mayBeSeen() {
        for (BufferedStore earlier : after) {
            if (!earlier.seen) {
                return false;
            }
        }
        return true;
    }
}
