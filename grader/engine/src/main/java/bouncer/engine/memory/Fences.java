package bouncer.engine.memory;

import org.jspecify.annotations.Nullable;

/**
 * Watches for accesses weaker than volatile that the machine may swap and no execution shows swapped: an update in a
 * weaker mode and a later load of another variable, two acquire or opaque loads of different variables (independent
 * reads), a load and a later opaque store (load buffering). Volatile stores and updates, and locks, keep apart what
 * came before and what comes after.
 */
public final class Fences {
    private @Nullable MemoryLocation updated;
    private @Nullable MemoryLocation loaded;

    /** Everything before comes before everything after. */
    public void full() {
        updated = null;
        loaded = null;
    }

    /** All loads before come before everything after. */
    public void afterLoads() {
        loaded = null;
    }

    /** Returns true if a load may be reordered with an earlier access. */
    public boolean loads(MemoryLocation loc, boolean weak) {
        boolean swaps = (updated != null && updated != loc) || (weak && loaded != null && loaded != loc);
        if (weak) {
            loaded = loc;
        }
        return swaps;
    }

    /** Returns true if a store weaker than volatile may be reordered with an earlier load. */
    public boolean stores(MemoryLocation loc, boolean opaque) {
        return opaque && loaded != null && loaded != loc;
    }

    /** Returns true if an update weaker than volatile may be reordered with an earlier access. */
    public boolean updates(MemoryLocation loc, boolean opaque) {
        boolean swaps = opaque && ((updated != null && updated != loc) || (loaded != null && loaded != loc));
        updated = loc;
        return swaps;
    }
}
