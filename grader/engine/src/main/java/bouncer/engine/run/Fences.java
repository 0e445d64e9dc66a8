package bouncer.engine.run;

import bouncer.engine.memory.Loc;
import org.jspecify.annotations.Nullable;

/**
 * Watches for accesses weaker than volatile that the machine may swap, while executions are sequentially consistent: a release or
 * opaque store and a later load of another variable (store buffering), two acquire or opaque loads of different variables (independent
 * reads), two opaque stores. Volatile stores and updates, and locks, keep apart what came before and what comes after.
 */
final class Fences {
    private @Nullable Loc stored;
    private @Nullable Loc loaded;

    /** Everything before comes before everything after. */
    void full() {
        stored = null;
        loaded = null;
    }

    /** Says whether a load may be swapped with something before it. */
    boolean loads(Loc loc, boolean weak) {
        boolean swaps = (stored != null && stored != loc) || (weak && loaded != null && loaded != loc);
        if (weak) {
            loaded = loc;
        }
        return swaps;
    }

    /** Says whether a store that is weaker than volatile may be swapped with something before it. */
    boolean stores(Loc loc, boolean opaque) {
        boolean swaps = opaque && ((stored != null && stored != loc) || (loaded != null && loaded != loc));
        stored = loc;
        return swaps;
    }
}
